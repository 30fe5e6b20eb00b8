import type { FastifyInstance } from "fastify"
import { allowed, onlyFor } from "#kit/server/actor.ts"
import { documentRoutes } from "#kit/server/documents.ts"
import type { World } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayAttest, mayExplain, mayReadEvidence } from "./abilities.ts"
import { unionsOfDocument } from "./store.ts"

/** Documents behind attestations and explanations: sent before they are recorded, fetched by those concerned. */
export const routes = (app: FastifyInstance, world: World): void =>
  documentRoutes(app, world, {
    at: "/api/evidence/document",
    maySend: async (ctx) => {
      const may = (await unionsOf(ctx.tx)).some(
        (u) => !("refusal" in mayAttest(ctx.actor, u)) || !("refusal" in mayExplain(ctx.actor, u)),
      )
      return may ? allowed() : onlyFor("党团组织、职能部门或本会负责人")
    },
    mayFetch: async (ctx, id) =>
      (await unionsOf(ctx.tx, await unionsOfDocument(ctx.tx, id))).some(
        (u) => !("refusal" in mayReadEvidence(ctx.actor, u)),
      ),
  })
