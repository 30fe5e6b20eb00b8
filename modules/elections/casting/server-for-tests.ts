import { createApp } from "#kit/server/http.ts"
import { World } from "#kit/server/world.ts"
import { slot } from "./slot.ts"

/** The ballot box as a process of its own, on the database of a test: to be killed in the middle of its work. */
const box = { name: "elections", at: import.meta.url, clauses: [], served: [], routes: slot }
const world = new World({ url: process.argv[2]!, modules: [box], identify: async () => null })
const app = await createApp(world, { quiet: true })
await app.listen({ port: Number(process.argv[3]), host: "127.0.0.1" })
process.send?.("ready")
