# The image of web, worker, beat and setup; docker-compose.yml says which command each runs.
FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

WORKDIR /srv/newsdesk
RUN useradd --system --uid 10001 --home-dir /srv/newsdesk --shell /usr/sbin/nologin newsdesk

COPY requirements.txt .
RUN pip install --quiet --require-hashes -r requirements.txt

COPY . .
# The volumes `var` and `keys` take their owner from here.
RUN mkdir -p var keys \
    && SECRET_KEY=for-this-step-alone python manage.py collectstatic --noinput --verbosity 0 \
    && chown -R newsdesk: var keys

USER newsdesk
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["gunicorn", "newsdesk.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", "--threads", "4", \
     "--worker-tmp-dir", "/dev/shm", "--access-logfile", "-", "--no-control-socket"]
