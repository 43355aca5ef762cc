# The service and nothing else: no package manager at run time, no training code, no tfjs.

FROM denoland/deno:2.9.6 AS build
ENV DENO_DIR=/deno-dir
WORKDIR /app
COPY deno.json deno.lock ./
COPY main.ts main.ts
COPY src src
# Fetches what main.ts and its workers import, at the versions and hashes of deno.lock.
RUN deno cache --frozen main.ts src/workers/reader_worker.ts
RUN mkdir /empty

FROM denoland/deno:2.9.6
# By default glibc keeps freed buffers that are smaller than one that was freed before, and has
# eight heaps a core: bodies and pictures would stay with the process.
ENV DENO_DIR=/deno-dir \
    DENO_NO_UPDATE_CHECK=1 \
    MALLOC_MMAP_THRESHOLD_=262144 \
    MALLOC_ARENA_MAX=2 \
    HOST=0.0.0.0 \
    PORT=8000 \
    DATA_DIR=/data
WORKDIR /app
COPY --from=build /deno-dir /deno-dir
COPY --from=build /app /app
COPY weights weights
# Where a volume for corrections goes, which takes over its owner. None is declared: corrections that
# people sent are kept where somebody chose to, or not at all.
COPY --from=build --chown=65532:65532 /empty /data
# No account of this number exists in the image: it owns nothing but that folder.
USER 65532:65532
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s \
  CMD ["deno", "eval", "const r = await fetch('http://127.0.0.1:8000/healthz'); Deno.exit(r.ok ? 0 : 1)"]
ENTRYPOINT ["deno", "run", "--v8-flags=--expose-gc", "--no-prompt", "--cached-only", "--allow-net=0.0.0.0:8000", \
  "--allow-env=HOST,PORT,ENGINE,LOG_LEVEL,WEIGHTS,CORRECTIONS,DATA_DIR,ADMIN_TOKEN,RATE_LIMIT,CORS_ORIGIN", \
  "--allow-read=weights,src,/data", "--allow-write=/data", "main.ts"]
