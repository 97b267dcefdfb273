#!/usr/bin/python3
"""Writes the golden values that the Java networks are held to, with PyTorch and torchvision as the reference.

Needs Debian's python3-torch and python3-torchvision (made with 1.13 and 0.14). Run from the project's root:

    /usr/bin/python3 src/test/python/golden_mobilenetv2.py src/test/resources/io/github/melascope/nn/arch/golden-mobilenetv2.json

Weights and images come from formulas of integers (FormulaWeights.java computes the very same), so nothing large is kept.
"""
import json
import math
import sys

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn
from torchvision.models import mobilenet_v2

HIDDEN = 32
MEL, NV = 4, 5
FINE, LAST = 13, 18


# ---- the formulas ------------------------------------------------------------------------------------------------
def fnv1a(text):
    h = 0x811C9DC5
    for byte in text.encode("utf-8"):
        h = ((h ^ byte) * 0x01000193) & 0xFFFFFFFF
    return h


def hashed(seed, index):
    """murmur3's 32-bit finaliser of seed + index * golden ratio, element by element."""
    mask = np.uint64(0xFFFFFFFF)
    x = (np.uint64(seed) + index.astype(np.uint64) * np.uint64(0x9E3779B9)) & mask
    x = ((x ^ (x >> np.uint64(16))) * np.uint64(0x85EBCA6B)) & mask
    x = ((x ^ (x >> np.uint64(13))) * np.uint64(0xC2B2AE35)) & mask
    return x ^ (x >> np.uint64(16))


def uniform(name, shape):
    """Values in [-1, 1) with 24 bits, exact in float32."""
    index = np.arange(int(np.prod(shape)), dtype=np.uint64)
    return ((hashed(fnv1a(name), index) >> np.uint64(8)).astype(np.float64) / 8388608.0 - 1.0).reshape(shape)


def formula(name, shape):
    u = uniform(name, shape)
    if name.endswith("running_mean"):
        v = 0.1 * u
    elif name.endswith("running_var"):
        v = 1.0 + 0.25 * u
    elif name.endswith("bias"):
        v = 0.1 * u
    elif len(shape) == 1:
        v = 1.0 + 0.1 * u
    else:
        # Three quarters of He's variance 2 / fan-in (a uniform value in [-1, 1) has 1/3): signals live on, but rounding
        # errors do not grow from layer to layer as they would with all of it.
        v = math.sqrt(4.5 / np.prod(shape[1:])) * u
    return torch.from_numpy(v.astype(np.float32))


def image(n, size):
    """A soft disc off the centre with noise; [3, size, size] of 0..255."""
    y, x = np.mgrid[0:size, 0:size].astype(np.int64)
    cx, cy = size * (3 + n % 3) // 8, size * (5 - n % 2) // 8
    d = ((x - cx) ** 2 + (y - cy) ** 2) * 255 // (size * size)
    planes = []
    for c in range(3):
        k = (c + n) % 3
        noise = (hashed(fnv1a("image %d" % n), (y * size + x) * 3 + c) >> np.uint64(27)).astype(np.int64)
        planes.append(np.clip(40 + 30 * k + d * (5 - k) // 2 + noise, 0, 255))
    return torch.from_numpy(np.stack(planes)).to(torch.float32)


# ---- the reference network ---------------------------------------------------------------------------------------
def same_padding(convolution):
    """TensorFlow's SAME: an odd pixel of padding goes to the right and the bottom."""
    (k, _), (s, _) = convolution.kernel_size, convolution.stride
    convolution.padding = (0, 0)

    def forward(x):
        total = max(0, (math.ceil(x.shape[-1] / s) - 1) * s + k - x.shape[-1])
        x = F.pad(x, (total // 2, total - total // 2) * 2)
        return F.conv2d(x, convolution.weight, None, convolution.stride, 0, 1, convolution.groups)

    convolution.forward = forward


def for_training(name, value):
    """Batch normalisation that keeps most values 2.5 deviations away from ReLU6's kinks. A value that rounding carries
    over a kink changes the gradient of the first layers by up to 1 %, which would hide everything else."""
    if name.startswith("features") and value.dim() == 1 and name.endswith("weight"):
        return 0.4 * value
    if name.startswith("features") and name.endswith("bias"):
        return 1.0 + value
    return value


def network(convention, outputs, training=False):
    model = mobilenet_v2(weights=None)
    model.classifier = nn.Sequential(nn.Linear(1280, HIDDEN), nn.ReLU(), nn.Dropout(0.0), nn.Linear(HIDDEN, outputs))
    if convention == "tensorflow":
        for module in model.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.eps = 1e-3
            elif isinstance(module, nn.Conv2d):
                same_padding(module)
    state = model.state_dict()
    for name, value in state.items():
        if not name.endswith("num_batches_tracked"):
            state[name] = formula(name, tuple(value.shape))
            if training:
                state[name] = for_training(name, state[name])
    model.load_state_dict(state)
    return model


def batch(convention, count, size):
    x = torch.stack([image(n, size) for n in range(count)]) / 255.0
    if convention == "torch":
        mean, std = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
    else:
        mean, std = torch.full((3,), 0.5), torch.full((3,), 0.5)
    return (x - mean.view(1, 3, 1, 1)) / std.view(1, 3, 1, 1)


# ---- explanations ------------------------------------------------------------------------------------------------
def grad_cam(a, g):
    return (g.mean((1, 2), keepdim=True) * a).sum(0)


def hires_cam(a, g):
    return (g * a).sum(0)


def grad_cam_pp(a, g):
    """Eqs. 5 and 19 of Chattopadhay et al. for Y = exp(logit), whose factor exp(logit) cancels. The sum of a channel is
    held at 0 or more: the paper's features are rectified, stage 13's are not."""
    total = a.sum((1, 2), keepdim=True).clamp(min=0)
    denominator = 2 * g ** 2 + total * g ** 3
    alpha = torch.where(g > 0, g ** 2 / torch.where(g > 0, denominator, torch.ones_like(g)), torch.zeros_like(g))
    return ((alpha * g.clamp(min=0)).sum((1, 2), keepdim=True) * a).sum(0)


METHODS = {"grad-cam": grad_cam, "grad-cam-plus-plus": grad_cam_pp, "hires-cam": hires_cam}


def normalised(cam):
    cam = cam.clamp(min=0)
    return cam / cam.max() if cam.max() > 0 else cam


def activations(model, x):
    kept = {}
    for i, stage in enumerate(model.features):
        x = stage(x)
        if i in (FINE, LAST):
            x.retain_grad()
            kept[i] = x
    embedding = x.mean((2, 3))
    return model.classifier(embedding), embedding, kept


def explained(convention, outputs, n, target):
    model = network(convention, outputs).double().eval()
    x = batch(convention, 2, 224)[n:n + 1].double().requires_grad_()
    logits, _, kept = activations(model, x)
    logits[0, target].backward()
    result = {"outputs": outputs, "image": n, "target": target}
    for layer, name in ((LAST, "last"), (FINE, "fine")):
        a, g = kept[layer].detach()[0], kept[layer].grad[0]
        result[name] = {"gradient": numbers(g[:4, :2, :3]), "gradientNorm": number(g.norm())}
        for method, cam in METHODS.items():
            raw = cam(a, g).clamp(min=0)
            print(convention, outputs, n, target, name, method, "raw max", raw.max().item(),
                  "share > 0:", (raw > 0).double().mean().item())
            result[name][method] = numbers(normalised(cam(a, g)), 7)
    return result


# ---- golden values -----------------------------------------------------------------------------------------------
def number(value, digits=9):
    return float(("%%.%dg" % digits) % float(value))


def numbers(tensor, digits=9):
    return [number(v, digits) for v in tensor.detach().flatten().tolist()]


def evaluated(convention):
    x = batch(convention, 2, 224).double()
    model = network(convention, 7).double().eval()
    clipped = []
    for module in model.modules():
        if isinstance(module, nn.ReLU6):
            module.register_forward_hook(lambda _, __, y: clipped.append((y >= 6).double().mean().item()))
    logits, embedding, kept = activations(model, x.requires_grad_())
    print(convention, "logits", logits.tolist(), "embedding alive", (embedding > 0).float().mean().item(),
          "std", embedding.std().item(), "at 6, layer by layer:", ["%.3f" % c for c in clipped])
    return {
        "input": numbers(x[1, :, 100, 50:54]),
        "logits": numbers(logits),
        "melanomaLogits": numbers(network(convention, 1).double().eval()(x)),
        "embedding": numbers(embedding[:, :8]),
        "embeddingNorm": numbers(embedding.norm(dim=1)),
        "last": numbers(kept[LAST][0, :3]),
        "fine": numbers(kept[FINE][0, :2]),
    }


TRAINED = ["features.0.0.weight", "features.0.1.bias", "features.1.conv.0.0.weight", "features.7.conv.1.1.weight",
           "features.14.conv.1.0.weight", "features.17.conv.3.weight", "features.18.0.weight",
           "classifier.0.weight", "classifier.0.bias", "classifier.3.weight", "classifier.3.bias"]


def trained(convention, dtype):
    """One training step without its update: batch 4 of 96 pixels, dropout 0, mean cross entropy."""
    model = network(convention, 7, training=True).to(dtype).train()
    logits = model(batch(convention, 4, 96).to(dtype))
    loss = F.cross_entropy(logits, torch.tensor([MEL, NV, 0, 2]))
    loss.backward()
    parameters = dict(model.named_parameters())
    state = model.state_dict()
    return {
        "logits": numbers(logits, 12),
        "loss": number(loss, 12),
        "gradients": {name: {"norm": number(parameters[name].grad.norm(), 12),
                             "first": numbers(parameters[name].grad.flatten()[:6], 12)} for name in TRAINED},
        "statistics": {name: numbers(state[name][:4], 12)
                       for name in ("features.0.1.running_mean", "features.0.1.running_var",
                                    "features.18.1.running_mean", "features.18.1.running_var")},
    }


def main():
    torch.manual_seed(0)
    torch.set_num_threads(1)
    golden = {"torch_version": torch.__version__, "hidden": HIDDEN}
    for convention in ("torch", "tensorflow"):
        f32, f64 = trained(convention, torch.float32), trained(convention, torch.float64)
        print(convention, "train loss", f32["loss"], f64["loss"])
        for name in TRAINED:
            print("  ", name, f32["gradients"][name]["norm"], f64["gradients"][name]["norm"])
        golden[convention] = {
            "formula": numbers(formula("features.0.0.weight", (32, 3, 3, 3)).flatten()[:4]),
            "evaluated": evaluated(convention),
            "explained": [explained(convention, 7, 0, MEL), explained(convention, 7, 1, NV),
                          explained(convention, 1, 1, 0)],
            "trained": {"float32": f32, "float64": f64},
        }
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        json.dump(golden, out, indent=None, separators=(",", ":"))
        out.write("\n")


if __name__ == "__main__":
    main()
