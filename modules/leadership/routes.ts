import type { FastifyInstance } from "fastify"
import { documentRoutes } from "#kit/server/documents.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import {
  isAllowed,
  mayReadDrafts,
  mayReadGuidance,
  mayReadHearing,
  mayReadInForce,
  maySendFile,
} from "./abilities.ts"
import { isInForce } from "./document.ts"
import { forceOf, versionsOfFile } from "./documents-store.ts"
import { unionOfFile } from "./guidance-store.ts"
import { hearingOfFile } from "./hearings-store.ts"
import { theHearing } from "./load.ts"

/** Reports, minutes, documents and filings: sent before they are named, fetched by those who may read what they are for. */
export const routes = (app: FastifyInstance, world: World): void =>
  documentRoutes(app, world, {
    at: "/api/leadership/files",
    maySend: (ctx) => maySendFile(ctx.actor),
    mayFetch: async (ctx, id) =>
      (await ofHearing(ctx, id)) || (await ofDocument(ctx, id)) || (await ofGuidance(ctx, id)),
  })

async function ofHearing(ctx: Ctx, file: string): Promise<boolean> {
  const id = await hearingOfFile(ctx.tx, file)
  const found = id ? await theHearing(ctx, id) : undefined
  return found?.ok === true && isAllowed(mayReadHearing(ctx.actor, found.value.hearing, found.value.unions))
}

/** A version in force and public is for everybody; one that is or was in force for whoever has signed in. */
async function ofDocument(ctx: Ctx, file: string): Promise<boolean> {
  const versions = await versionsOfFile(ctx.tx, file)
  if (versions.length > 0 && isAllowed(mayReadDrafts(ctx.actor))) return true
  for (const v of versions) {
    const force = (await forceOf(ctx.tx, v.documentId)).filter((f) => f.no === v.no)
    if (force.length > 0 && isAllowed(mayReadInForce(ctx.actor))) return true
    if (v.public && force.some((f) => isInForce(f, ctx.today))) return true
  }
  return false
}

async function ofGuidance(ctx: Ctx, file: string): Promise<boolean> {
  const id = await unionOfFile(ctx.tx, file)
  const all = id ? await unionsOf(ctx.tx) : []
  const union = all.find((u) => u.id === id)
  return union !== undefined && isAllowed(mayReadGuidance(ctx.actor, union, all))
}
