import { z } from "zod"

/**
 * What crosses the wire. A module's `contract.ts` declares its verbs and questions with these, and is
 * the only file its screens and its server side share. `feedback.join` is the name everywhere: export,
 * file, endpoint (`/api/feedback/join`), log line, word key, test title.
 */
export interface Contract<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: "action" | "query"
  readonly name: string
  readonly input: I
  readonly output: O
  /** A question whose words go in the body: what somebody is writing has no place in an address, which servers log. */
  readonly inBody?: true
}

/** A verb: changes something. `POST /api/noun/verb` with a JSON body. */
export const verb = <I extends z.ZodType, O extends z.ZodType>(name: string, input: I, output: O) =>
  ({ kind: "action", name, input, output }) as const satisfies Contract<I, O>

/**
 * A question: changes nothing. `GET /api/noun/question` with flat fields in the query string, so use
 * `z.coerce` for numbers and `flag` for booleans.
 */
export const question = <I extends z.ZodType, O extends z.ZodType>(name: string, input: I, output: O) =>
  ({ kind: "query", name, input, output }) as const satisfies Contract<I, O>

/** A question about words just being written: `POST`, changing and logging nothing. */
export const consult = <I extends z.ZodType, O extends z.ZodType>(name: string, input: I, output: O) =>
  ({ kind: "query", name, input, output, inBody: true }) as const satisfies Contract<I, O>

export const flag = z.enum(["true", "false"]).transform((v) => v === "true")

export const nothing = z.object({})

export const path = (contract: Contract): string => `/api/${contract.name.replace(".", "/")}`

/** The body of every refusal: what `Refusal` of @qiaoliang/basics says, plus a trace id for the unexpected. */
export const refusalSchema = z.object({
  code: z.string(),
  because: z.string(),
  clause: z.string().optional(),
  cure: z.string().optional(),
  at: z.string().optional(),
  trace: z.string().optional(),
})

export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** One page of a longer list. `total` counts all that match. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.number() })

export const paging = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
}
