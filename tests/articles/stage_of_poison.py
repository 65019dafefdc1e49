import os
import signal
from pathlib import Path


def kill_the_process(*, article_id: int) -> None:
    with Path(os.environ["NEWSDESK_VAR"], "starts").open("a") as starts:
        starts.write(f"{article_id}\n")
    os.kill(os.getpid(), signal.SIGKILL)
