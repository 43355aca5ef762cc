# The service and nothing else: no shell, no package manager, no training code, no tfjs.

FROM denoland/deno:2.9.6 AS build
ENV DENO_DIR=/deno-dir \
    DENO_NO_UPDATE_CHECK=1
WORKDIR /app
COPY deno.json deno.lock ./
COPY main.ts main.ts
COPY src src
# Fetches what main.ts and its workers import, at the versions and hashes of deno.lock.
RUN deno cache --frozen main.ts src/workers/reader_worker.ts
COPY weights weights
COPY deploy/image /image
# One file each is sooner loaded than four hundred; what reads pictures in bulk stays as it is. The
# bundler, which is fetched as well, stays out of the cache.
RUN cp -r /deno-dir /tmp/deno-dir \
 && export DENO_DIR=/tmp/deno-dir \
 && deno bundle --quiet --platform deno --output main.js main.ts \
 && deno bundle --quiet --platform deno --output /tmp/worker.js src/workers/reader_worker.ts \
 && mv /tmp/worker.js src/workers/reader_worker.ts \
 && rm main.ts
# It starts in half the time with what V8 has compiled before.
RUN DENO_DIR=/tmp/deno deno run --no-config --no-lock --allow-all /image/seal.ts /deno-dir
RUN deno run --no-config --no-lock --allow-read=deno.lock /image/sbom.ts > sbom.cdx.json
RUN mkdir /empty

FROM denoland/deno:distroless-2.9.6
# By default glibc keeps freed buffers that are smaller than one that was freed before, and has
# eight heaps a core: bodies, which come in pieces of 64 KiB, and pictures would stay with the
# process.
ENV DENO_DIR=/deno-dir \
    DENO_NO_UPDATE_CHECK=1 \
    MALLOC_MMAP_THRESHOLD_=32768 \
    MALLOC_ARENA_MAX=2 \
    HOST=0.0.0.0 \
    PORT=8000 \
    LOG_FORMAT=json \
    DATA_DIR=/data
WORKDIR /app
COPY --from=build /deno-dir /deno-dir
COPY --from=build /app /app
# Where a volume for corrections goes, which takes over its owner. None is declared: corrections that
# people sent are kept where somebody chose to, or not at all.
COPY --from=build --chown=65532:65532 /empty /data
# No account of this number exists in the image: it owns nothing but that folder.
USER 65532:65532
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=3 \
  CMD ["deno", "eval", "const r = await fetch('http://127.0.0.1:8000/readyz'); Deno.exit(r.ok ? 0 : 1)"]
# The network is for a database: without DATABASE_URL the server gives it up once it listens.
ENTRYPOINT ["deno", "run", "--v8-flags=--expose-gc,--max-semi-space-size=4", "--no-prompt", "--cached-only", "--allow-net", \
  "--allow-env=HOST,PORT,ENGINE,LOG_LEVEL,LOG_FORMAT,WEIGHTS,CORRECTIONS,DATA_DIR,ADMIN_TOKEN,METRICS_TOKEN,RATE_LIMIT,CORS_ORIGIN,DATABASE_URL,DRAIN_DELAY,PGAPPNAME", \
  "--allow-read=weights,src,/data", "--allow-write=/data", "main.js"]
ARG VERSION=unknown
ARG SOURCE
LABEL org.opencontainers.image.title="Inkling" \
      org.opencontainers.image.description="Reads handwritten digits and numbers" \
      org.opencontainers.image.source="$SOURCE" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION"
