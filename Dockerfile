FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY backend/contract/package.json backend/contract/
COPY backend/package.json backend/
COPY db/package.json db/
COPY frontend/package.json frontend/
COPY scripts/package.json scripts/ensure.mjs scripts/
COPY scripts/setup scripts/setup
RUN node scripts/ensure.mjs install
COPY . .
RUN node scripts/ensure.mjs build && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 QAFILA_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app /app
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
CMD ["node", "scripts/ensure.mjs", "start"]
