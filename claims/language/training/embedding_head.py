"""Sentence vectors from the published encoder: nothing here is trained."""

import torch.nn.functional as F
from torch import Tensor, nn

from claims.language.training.network import Encoder


class EmbeddingNet(nn.Module):
    """`forward` gives one vector of length one a row, [b, 384]: the mean over its pieces."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        for feature in (encoder.case, encoder.place):  # the published encoder knows neither
            nn.init.zeros_(feature.weight)

    def forward(self, words: Tensor, case: Tensor, place: Tensor, mask: Tensor) -> Tensor:
        seen = mask[..., None].float()
        mean = (self.encoder(words, case, place, mask) * seen).sum(1) / seen.sum(1)
        return F.normalize(mean, dim=-1)
