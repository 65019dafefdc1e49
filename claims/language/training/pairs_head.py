"""The pair head: what two statements read together are to each other."""

import torch
from torch import Tensor, nn

from claims.language.training.network import WIDTH, Encoder


class PairNet(nn.Module):
    """`forward` gives logits [b, 3]: agrees, contradicts, neither."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.mix = nn.Linear(2 * WIDTH, WIDTH)
        self.logits = nn.Linear(WIDTH, 3)

    def forward(self, words: Tensor, case: Tensor, place: Tensor, mask: Tensor) -> Tensor:
        x = self.encoder(words, case, place, mask)
        seen = mask[..., None].to(x.dtype)
        both = torch.cat((x[:, 0], (x * seen).sum(1) / seen.sum(1)), -1)
        both = both[:, None]  # three axes: the graph then holds plain products, which the quantiser takes as they are
        return self.logits(self.drop(torch.tanh(self.mix(self.drop(both)))))[:, 0].float()
