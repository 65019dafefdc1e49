"""The encoder written for onnxruntime: the same sums as `network.Encoder`, with attention as one node.

On one thread, windows of 384 pieces run 1.5 times as fast as the plain graph: onnxruntime's own Attention node works on whole
numbers, and norms spelt out are quicker than its node for them. Before its weights become whole numbers, what flows into
each product is evened out between columns (SmoothQuant, Xiao et al. 2023): one scale then serves all of them better.
"""

from collections.abc import Iterable

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from claims.language.training.network import HEADS, WIDTH, Encoder, Layer


class FusedEncoder(nn.Module):
    """For export alone: takes the place of a trained `Encoder`. Padding must stand at the right, as lengths stand for the mask.

    `seen` holds the greatest value in each column of what flows into qkv, up and down of each layer, from `columns_seen`.
    """

    def __init__(self, encoder: Encoder, seen: list[tuple[Tensor, ...]]) -> None:
        super().__init__()
        self.inner = encoder
        position = encoder.position.weight.detach()
        scale = position.abs().amax(1, keepdim=True) / 127
        self.register_buffer("position", torch.round(position / scale).to(torch.int8))  # a quarter of the bytes
        self.register_buffer("scale", scale)
        self.layers = nn.ModuleList(_Fused(*pair) for pair in zip(encoder.layers, seen, strict=True))

    def forward(self, words: Tensor, case: Tensor, place: Tensor, mask: Tensor) -> Tensor:
        e = self.inner
        lengths = mask.sum(1).to(torch.int32)
        n = words.shape[1]
        position = self.position[:n].float() * self.scale[:n]
        x = words + position + e.kind + e.case(case) + e.place(place)
        x = _norm(e.norm, x)
        for layer in self.layers:
            x = layer(x, lengths)
        return x


class _Fused(nn.Module):
    def __init__(self, layer: Layer, seen: tuple[Tensor, ...]) -> None:
        super().__init__()
        self.layer = layer
        for name, linear, most in zip(("qkv", "up", "down"), (layer.qkv, layer.up, layer.down), seen, strict=True):
            columns = linear.weight.detach().abs().amax(0).clamp(min=1e-5)
            even = (most.clamp(min=1e-5) / columns).sqrt()
            self.register_buffer(f"{name}_even", 1 / even)
            self.register_buffer(f"{name}_weight", (linear.weight.detach() * even).t().contiguous())

    def forward(self, x: Tensor, lengths: Tensor) -> Tensor:
        layer = self.layer
        seen = torch.onnx.ops.symbolic(
            "com.microsoft::Attention",
            [x * self.qkv_even, self.qkv_weight, layer.qkv.bias, lengths],
            {"num_heads": HEADS},
            dtype=torch.float32,
            shape=[x.shape[0], x.shape[1], WIDTH],
            version=1,
        )
        x = _norm(layer.norm1, x + layer.out(seen))
        inner = F.gelu((x * self.up_even) @ self.up_weight + layer.up.bias)
        return _norm(layer.norm2, x + (inner * self.down_even) @ self.down_weight + layer.down.bias)


def columns_seen(encoder: Encoder, run: nn.Module, inputs: Iterable[tuple[Tensor, ...]]) -> list[tuple[Tensor, ...]]:
    """The greatest value in each column of what flows into qkv, up and down of each layer, while `run` reads the inputs."""
    parts = [(layer.qkv, layer.up, layer.down) for layer in encoder.layers]
    most = {part: torch.zeros(part.in_features) for group in parts for part in group}

    def note(part: nn.Module, given: tuple[Tensor, ...]) -> None:
        most[part] = torch.maximum(most[part], given[0].detach().abs().flatten(0, -2).amax(0))

    hooks = [part.register_forward_pre_hook(note) for part in most]
    with torch.inference_mode():
        for batch in inputs:
            run(*batch)
    for hook in hooks:
        hook.remove()
    return [tuple(most[part].clone() for part in group) for group in parts]


def _norm(norm: nn.LayerNorm, x: Tensor) -> Tensor:
    x = x - x.mean(-1, keepdim=True)
    return x * torch.rsqrt((x * x).mean(-1, keepdim=True) + 1e-12) * norm.weight + norm.bias
