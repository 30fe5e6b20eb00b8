import type { FastifyInstance } from "fastify"
import { documentRoutes, paperTypes } from "#kit/server/documents.ts"
import type { World } from "#kit/server/world.ts"
import { mayRead, maySendFile } from "./abilities.ts"
import { versionOfFile } from "./store.ts"

const { ".pdf": pdf, ".doc": doc, ".docx": docx } = paperTypes as Record<".pdf" | ".doc" | ".docx", string>

/** A charter's document: sent before it is adopted, fetched by those who may read it. */
export const routes = (app: FastifyInstance, world: World): void =>
  documentRoutes(app, world, {
    at: "/api/charter/files",
    types: { ".pdf": pdf, ".doc": doc, ".docx": docx, ".txt": "text/plain; charset=utf-8" },
    kinds: " PDF、Word 或文本文件",
    maySend: (ctx) => maySendFile(ctx.actor),
    mayFetch: async (ctx, id) => {
      const version = await versionOfFile(ctx.tx, id)
      return version !== undefined && mayRead(ctx.actor, version)
    },
  })
