import { z } from "zod"
import type { NewsHandler } from "#kit/server/module.ts"
import { remind } from "./store.ts"

const telling = z.object({
  to: z.array(z.string()),
  key: z.string(),
  title: z.string(),
  detail: z.string(),
  href: z.string(),
  clause: z.string().optional(),
})

/** `reminders.tell {to, key, title, detail, href, clause}`: a room below has people told something, each once by its key. */
export const asked: NewsHandler = async (ctx, payload) => {
  const { to, clause, ...told } = telling.parse(payload)
  await remind(ctx.tx, to, { ...told, ...(clause ? { clause } : {}) }, ctx.now)
}
