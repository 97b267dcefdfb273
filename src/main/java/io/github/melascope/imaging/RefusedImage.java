package io.github.melascope.imaging;

import java.io.IOException;

/** A picture that cannot be used, before it is known which file it came from: the reason and what to do next. */
final class RefusedImage extends IOException {
    private static final long serialVersionUID = 1L;

    static final String COPY_AGAIN = "copy the file again from where it came from";
    static final String EXPORT = "export the picture as JPEG, PNG or TIFF and open that file";

    private final String next;

    RefusedImage(String why, String next) {
        super(why);
        this.next = next;
    }

    static RefusedImage truncated() {
        return new RefusedImage("the file ends in the middle of the picture", COPY_AGAIN);
    }

    static RefusedImage damaged() {
        return new RefusedImage("the picture data are damaged", COPY_AGAIN);
    }

    String why() {
        return String.valueOf(getMessage());
    }

    String next() {
        return next;
    }
}
