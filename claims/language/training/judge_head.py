"""The judge's heads: three questions as a weighted vote of the pieces, loaded words, and mentions."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from claims.language.encoder.pieces import CASES, PLACES
from claims.language.training.judge_data import UNKNOWN
from claims.language.training.network import WIDTH, Encoder

QUESTIONS, TAGS = 3, 7
FROZEN = 3  # layers that stay as published
WEIGHTS = {"check": 1.0, "loaded": 1.0, "subjective": 0.5, "words": 1.0, "mentions": 1.0}


class JudgeNet(nn.Module):
    """`forward` gives pull and vote [b, n, 3] of the questions, word logits [b, n] and mention logits [b, n, 7].

    The lower layers stay as published, so that their output can be kept between passes (`lower`, `upper`); case and place come
    in above the encoder.
    """

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        for part in (encoder.position, encoder.norm, encoder.case, encoder.place, *encoder.layers[:FROZEN]):
            part.requires_grad_(False)
        encoder.kind.requires_grad_(False)
        for part in (encoder.case, encoder.place):
            nn.init.zeros_(part.weight)
        self.case, self.place = nn.Embedding(CASES, WIDTH), nn.Embedding(PLACES, WIDTH)
        for part in (self.case, self.place):
            nn.init.normal_(part.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.heads = nn.Linear(WIDTH, 2 * QUESTIONS + 1 + TAGS)

    def lower(self, words: Tensor, mask: Tensor) -> Tensor:
        """Hidden vectors [b, n, 384] above the frozen layers."""
        e = self.encoder
        x = e.norm(words + e.position.weight[: words.shape[1]] + e.kind)
        for layer in e.layers[:FROZEN]:
            x = layer(x, (1.0 - mask[:, None, None, :].float()) * -1e4)
        return x

    def upper(self, x: Tensor, case: Tensor, place: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        for layer in self.encoder.layers[FROZEN:]:
            x = layer(x, (1.0 - mask[:, None, None, :].float()) * -1e4)
        return self._heads(x, case, place)

    def forward(
        self, words: Tensor, case: Tensor, place: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return self._heads(self.encoder(words, case, place, mask), case, place)

    def _heads(self, x: Tensor, case: Tensor, place: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        x = F.gelu(self.mix(self.drop(x) + self.case(case) + self.place(place)))
        x, q = self.heads(x).float(), QUESTIONS
        return x[..., :q], x[..., q : 2 * q], x[..., 2 * q], x[..., 2 * q + 1 :]


def answers(pull: Tensor, vote: Tensor, mask: Tensor) -> Tensor:
    """Logits [b, 3]: the vote of each sentence's own pieces. `mask` [b, n] is 1 on them, 0 on [CLS], [SEP] and padding."""
    return (torch.softmax(pull.masked_fill(mask[..., None] == 0, -1e4), 1) * vote).sum(1)


def losses(
    out: tuple[Tensor, Tensor, Tensor, Tensor], batch: dict[str, Tensor], smooth: float = 0.05
) -> dict[str, Tensor]:
    """The losses of what the batch knows. Targets: labels [b, 3], words and mentions [b, n], all with UNKNOWN."""
    pull, vote, words, mentions = out
    logits, loss = answers(pull, vote, batch["own"]), {}
    for k, name in enumerate(("check", "loaded", "subjective")):
        known = batch["labels"][:, k] != UNKNOWN
        if known.any():
            target = batch["labels"][known, k].float() * (1 - 2 * smooth) + smooth
            loss[name] = F.binary_cross_entropy_with_logits(logits[known, k], target)
    known = batch["words"] != UNKNOWN
    if known.any():
        target = batch["words"][known].float()
        loss["words"] = F.binary_cross_entropy_with_logits(words[known], target, weight=1 + 2 * target)
    if (batch["mentions"] != UNKNOWN).any():
        loss["mentions"] = F.cross_entropy(mentions.flatten(0, 1), batch["mentions"].flatten(), ignore_index=UNKNOWN)
    return loss
