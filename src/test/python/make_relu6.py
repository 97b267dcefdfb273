"""Makes the one TorchScript resource of the program: ReLU6 that clamps its input in place, with autograd.

DJL has no in-place clamp; out of place, the activations cost a third of the training time on a CPU. Run with Debian's
python3-torch from the project's root:

    python3 src/test/python/make_relu6.py
"""
import torch


class ReLU6(torch.nn.Module):
    def forward(self, x):
        return torch.nn.functional.hardtanh_(x, 0.0, 6.0)


torch.jit.script(ReLU6()).save("src/main/resources/io/github/melascope/nn/arch/relu6-in-place.pt")
