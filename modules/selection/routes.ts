import type { FastifyInstance } from "fastify"
import type { World } from "#kit/server/world.ts"
export function routes(_app: FastifyInstance, _world: World): void {}
