# syntax=docker/dockerfile:1

# --- build: .NET and Node side by side, because the build makes the API document, the clients and the web app -----------
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node:22-bookworm-slim /usr/local/bin/node /usr/local/bin/node
COPY --from=node:22-bookworm-slim /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
 && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx
WORKDIR /source
COPY . .
RUN dotnet publish src/Api -c Release -o /app

# --- run: an unprivileged user, nothing written outside /data (and /tmp) -------------------------------------------------
FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin director \
 && install -d -o director -g director -m 0700 /data
COPY --from=build /app /app
USER director
WORKDIR /app
# The port of the base image's own default would be another one than everywhere else in the manual.
ENV ASPNETCORE_HTTP_PORTS= \
    ASPNETCORE_URLS=http://+:5080 \
    DIRECTOR_DATA=/data \
    DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 5080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD curl --fail --silent --output /dev/null http://127.0.0.1:5080/health/ready || exit 1
ENTRYPOINT ["dotnet", "Director.Api.dll"]
