"""Makes the peers' environment and trains their parser, in one command and outside the product:

    python tests/benchmarks/peers/set_up.py ../shared/data/gum/gum_dep_coref.tar.gz [--into /tmp/newsdesk-peers]

Python 3.11 to 3.13. Leaves FOLDER/env (textacy and its spaCy), FOLDER/gum (converted trees) and FOLDER/parser. About 12 minutes of one
core. Only the GUM documents whose texts allow commercial use are read: the genres in `ALLOWED`, by the archive's LICENSE.txt.
"""

import argparse
import os
import subprocess
import tarfile
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
# LICENSE.txt: CC BY 4.0 (academic, court), CC BY 2.5 (interview, news), CC BY-SA 3.0 (bio, voyage). Left out: the NC genres (essay,
# fiction, letter, podcast, whow, reddit) and those for which LICENSE.txt names no terms (conversation, speech, textbook, vlog, GENTLE).
ALLOWED = ("academic", "bio", "court", "interview", "news", "voyage")
# GUM's labels → those that textacy asks for, which are spaCy's own English ones.
LABELS = {
    "nsubj:pass": "nsubjpass",
    "csubj:pass": "csubjpass",
    "aux:pass": "auxpass",
    "obj": "dobj",
    "flat": "compound",
}
HELD_OUT = 10  # every tenth document is kept for measuring the parser

CONFIG = """
[paths]
train = null
dev = null
[system]
seed = 22
[nlp]
lang = "en"
pipeline = ["tok2vec","tagger","morphologizer","trainable_lemmatizer","parser"]
batch_size = 256
[components]
[components.tok2vec]
factory = "tok2vec"
[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"
[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = 96
attrs = ["NORM","PREFIX","SUFFIX","SHAPE"]
rows = [5000,1000,2500,2500]
include_static_vectors = false
[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3
[components.tagger]
factory = "tagger"
[components.tagger.model]
@architectures = "spacy.Tagger.v2"
[components.tagger.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
[components.morphologizer]
factory = "morphologizer"
[components.morphologizer.model]
@architectures = "spacy.Tagger.v2"
[components.morphologizer.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
[components.trainable_lemmatizer]
factory = "trainable_lemmatizer"
backoff = "norm"
[components.trainable_lemmatizer.model]
@architectures = "spacy.Tagger.v2"
[components.trainable_lemmatizer.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
[components.parser]
factory = "parser"
[components.parser.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "parser"
hidden_width = 64
maxout_pieces = 2
[components.parser.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = 96
[corpora]
[corpora.train]
@readers = "spacy.Corpus.v1"
path = ${paths.train}
augmenter = null
[corpora.dev]
@readers = "spacy.Corpus.v1"
path = ${paths.dev}
[training]
seed = ${system.seed}
gpu_allocator = null
patience = 0
max_epochs = 8
max_steps = 0
eval_frequency = 186
dropout = 0.1
[training.batcher]
@batchers = "spacy.batch_by_words.v1"
size = 1000
[training.optimizer]
@optimizers = "Adam.v1"
learn_rate = 0.002
[training.score_weights]
pos_acc = 0.2
lemma_acc = 0.2
dep_las = 0.6
"""


def unpack(archive: Path, into: Path) -> dict[str, list[str]]:
    """The allowed documents' trees, {"train": [conllu], "dev": [conllu]}, in the labels that textacy asks for."""
    sets: dict[str, list[str]] = {"train": [], "dev": []}
    with tarfile.open(archive) as packed:
        names = sorted(n for n in packed.getnames() if n.startswith("dep/GUM_") and n.split("_")[1] in ALLOWED)
        for number, name in enumerate(names):
            member = packed.extractfile(name)
            assert member
            sets["dev" if number % HELD_OUT == 0 else "train"].append(plain(member.read().decode("utf8")))
    for part, documents in sets.items():
        into.mkdir(parents=True, exist_ok=True)
        (into / f"{part}.conllu").write_text("\n".join(documents), encoding="utf8")
    return sets


def plain(conllu: str) -> str:
    """Ten columns, words and not multiword ranges, labels mapped, subtypes dropped, spaces where the text has them."""
    lines = []
    tight: set[int] = set()  # words of the sentence with no space behind, told by the range that they belong to
    for line in conllu.splitlines():
        cells = line.split("\t")
        if len(cells) == 10 and "-" in cells[0]:
            first, last = map(int, cells[0].split("-"))
            tight.update(range(first, last if "SpaceAfter=No" not in cells[9] else last + 1))
        elif len(cells) == 10 and cells[0].isdigit():
            label = LABELS.get(cells[7]) or LABELS.get(cells[7].split(":")[0], cells[7].split(":")[0])
            space = "SpaceAfter=No" if "SpaceAfter=No" in cells[9] or int(cells[0]) in tight else "_"
            lines.append("\t".join([*cells[:7], label, "_", space]))
        elif not line:
            tight.clear()
            lines.append("")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gum", type=Path, help="gum_dep_coref.tar.gz")
    parser.add_argument("--into", type=Path, default=Path("/tmp/newsdesk-peers"))
    args = parser.parse_args()
    python = args.into / "env" / "bin" / "python"
    if not python.exists():
        venv.create(args.into / "env", with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "-r", HERE / "requirements.txt"], check=True)
    folder = args.into / "gum"
    sets = unpack(args.gum, folder)
    print({part: len(documents) for part, documents in sets.items()}, "documents of GUM", flush=True)
    (folder / "config.cfg").write_text(CONFIG, encoding="utf8")
    one = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    spacy = [str(python), "-m", "spacy"]
    for part in sets:
        convert = [*spacy, "convert", str(folder / f"{part}.conllu"), str(folder), "-c", "conllu", "-n", "10"]
        subprocess.run(convert, check=True, env=one, stdout=subprocess.DEVNULL)
    train = [*spacy, "train", str(folder / "config.cfg"), "-o", str(folder / "trained")]
    paths = ["--paths.train", str(folder / "train.spacy"), "--paths.dev", str(folder / "dev.spacy")]
    subprocess.run([*train, *paths], check=True, env=one)
    link = args.into / "parser"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("gum", "trained", "model-best"))
    print(f"the parser is {link}")


if __name__ == "__main__":
    main()
