"""The attribution heads: tags, whole spans, and pointers from each reported word to its cue and to its source."""

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from claims.language.training.network import WIDTH, Encoder, turn

TAGS = 7  # O, then B and I of content, source and cue
SPANS = 3  # content, source, cue: scored as whole spans from first to last piece (global pointer, Su et al. 2022)
POINTERS = 2  # from a piece to the first piece of its cue, and of its source; position 0 ([CLS]) is "none"
SIZE = 64


class AttributionNet(nn.Module):
    """Encoder and heads. `forward` gives tag logits [b, n, 7], and turned queries and keys [b, n, 5, 64] of spans and pointers."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(WIDTH, TAGS)
        self.query = nn.Linear(WIDTH, (SPANS + POINTERS) * SIZE)
        self.key = nn.Linear(WIDTH, (SPANS + POINTERS) * SIZE)

    def forward(self, words: Tensor, case: Tensor, place: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x = self.drop(self.encoder(words, case, place, mask))
        b, n, _ = x.shape
        shape = (b, n, SPANS + POINTERS, SIZE)
        return self.tags(x).float(), turn(self.query(x).float().view(shape)), turn(self.key(x).float().view(shape))


def losses(out: tuple[Tensor, Tensor, Tensor], batch: dict[str, Tensor], smooth: float = 0.05) -> dict[str, Tensor]:
    """The three losses of one batch. Targets: tags [b, n] (-100 unread), spans [b, 3, n, n] of 0/1, cue and source [b, n]
    as positions (-100 where nothing is asked)."""
    tags, query, key = out
    scores = torch.einsum("bihd,bjhd->bhij", query, key) / SIZE**0.5
    loss = {
        "tags": F.cross_entropy(tags.flatten(0, 1), batch["tags"].flatten(), ignore_index=-100, label_smoothing=smooth)
    }
    off = (1 - batch["mask"])[:, None, None, :].bool()
    point = scores[:, SPANS:].masked_fill(off, -1e4)
    for i, name in enumerate(("cue", "source")):
        loss[name] = F.cross_entropy(point[:, i].flatten(0, 1), batch[name].flatten(), ignore_index=-100)
    span = scores[:, :SPANS] - (~batch["allowed"])[:, None] * 1e4
    gold = batch["spans"].bool()
    zero = torch.zeros((*span.shape[:2], 1))
    wrong = torch.cat((span.masked_fill(gold, -1e4).flatten(2), zero), -1).logsumexp(-1)
    right = torch.cat(((-span).masked_fill(~gold, -1e4).flatten(2), zero), -1).logsumexp(-1)
    loss["spans"] = (wrong + right).mean()
    return loss
