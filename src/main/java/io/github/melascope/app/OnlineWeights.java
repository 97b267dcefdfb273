package io.github.melascope.app;

import java.net.URI;

/**
 * A file of weights that others publish. All of it is shown before anything is asked of their server.
 *
 * @param title for people
 * @param address of the very version that the sum belongs to
 * @param fileName under which it is kept
 * @param megabytes its size as its publisher's page says, in 10⁶ bytes
 * @param sha256 of the file as its publisher's page says, 64 lower-case hexadecimal digits
 * @param licence its publisher names
 * @param page that describes it
 */
public record OnlineWeights(
        String title, URI address, String fileName, double megabytes, String sha256, String licence, URI page) {
    /**
     * MobileNetV2 learnt from ImageNet, published by the timm project; in torch's convention, under timm's names. Size and sum
     * are those of its public page.
     */
    public static final OnlineWeights IMAGENET = new OnlineWeights(
            "MobileNetV2 1.0, ImageNet-1k (timm mobilenetv2_100.ra_in1k)",
            URI.create("https://huggingface.co/timm/mobilenetv2_100.ra_in1k/resolve/"
                    + "f3ff81ba89de0bc46b546568ebeab2edef6b9d49/model.safetensors"),
            "mobilenetv2_100.ra_in1k.safetensors",
            14.2,
            "55ea4fb3a96010b933710ebf44fc965b070d5cd054d3f35e44f2d1320b4a714e",
            "Apache-2.0",
            URI.create("https://huggingface.co/timm/mobilenetv2_100.ra_in1k"));
}
