"""The benchmark's peer: fine-tunes torchvision's MobileNetV2 the way a Python program would, and prints images/s as JSON."""
import json
import sys
import time

import torch
import torchvision

threads, batch, steps = (int(a) for a in sys.argv[1:4])
torch.set_num_threads(threads)
torch.manual_seed(0)


def speed(layout):
    model = torchvision.models.mobilenet_v2(num_classes=7).train().to(memory_format=layout)
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-4)
    x = torch.randn(batch, 3, 224, 224).to(memory_format=layout)
    y = torch.arange(batch) % 7
    seconds = []
    for _ in range(steps):
        start = time.perf_counter()
        optimiser.zero_grad()
        torch.nn.functional.cross_entropy(model(x), y).backward()
        optimiser.step()
        seconds.append(time.perf_counter() - start)
    seconds = sorted(seconds[1:])
    return batch / seconds[len(seconds) // 2]


print(json.dumps({
    "version": "PyTorch " + torch.__version__,
    "contiguous": speed(torch.contiguous_format),
    "channelsLast": speed(torch.channels_last),
}))
