import type { z } from "zod"
import type { Contract, refusalSchema } from "../contract.ts"

/** What a contract takes and gives, as the browser sees it: JSON on both sides. */
export type In<C extends Contract> = z.input<C["input"]>
export type Out<C extends Contract> = z.output<C["output"]>

export type Refusal = z.infer<typeof refusalSchema>

/** Thrown by `call`: the server's refusal, or `offline` / `internal` where no answer came. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.because)
    this.name = "Refused"
    this.refusal = refusal
  }
}

export const refusalOf = (error: unknown): Refusal =>
  error instanceof Refused
    ? error.refusal
    : { code: "internal", because: error instanceof Error ? error.message : String(error) }

/** `/api/noun/verb`, with a query's flat fields behind it. */
export function address(contract: Contract, input: object): string {
  const base = `/api/${contract.name.replace(".", "/")}`
  if (contract.kind === "action" || contract.inBody) return base
  const fields = new URLSearchParams()
  for (const [key, value] of Object.entries(input))
    if (value != null && value !== "") fields.set(key, `${value}`)
  const text = fields.toString()
  return text ? `${base}?${text}` : base
}

/** Ask or do. Throws `Refused`. The header tells our own pages from a form on someone else's. */
export async function call<C extends Contract>(
  contract: C,
  input: In<C>,
  more: { signal?: AbortSignal } = {},
): Promise<Out<C>> {
  const body = (input ?? {}) as object
  return answered(
    await fetch(address(contract, body), {
      ...more,
      headers: { accept: "application/json", ...asking },
      ...(contract.kind === "action" || contract.inBody
        ? {
            method: "POST",
            headers: { accept: "application/json", "content-type": "application/json", ...asking },
            body: JSON.stringify(body),
          }
        : {}),
    }).catch(unreached),
  ) as Promise<Out<C>>
}

const asking = { "x-qiaoliang": "1" }

/** Files go up as multipart, to a module's own route, with progress from 0 to 1. Throws `Refused`. */
export function upload<T>(url: string, form: FormData, onProgress?: (done: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open("POST", url)
    request.setRequestHeader("x-qiaoliang", "1")
    request.upload.onprogress = (e) => e.lengthComputable && onProgress?.(e.loaded / e.total)
    request.onerror = () => reject(new Refused(offline()))
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status || 500 })
      answered(response).then((value) => resolve(value as T), reject)
    }
    request.send(form)
  })
}

async function answered(response: Response): Promise<unknown> {
  const said: unknown = await response.json().catch(() => null)
  if (response.ok) return said ?? {}
  const refusal = (said as { error?: Refusal } | null)?.error
  throw new Refused(
    typeof refusal?.because === "string"
      ? refusal
      : { code: "internal", because: "", at: `HTTP ${response.status}` },
  )
}

/** Its sentence is put in by `Problem`, in the reader's language. */
const offline = (): Refusal => ({ code: "offline", because: "" })

function unreached(error: unknown): never {
  if (error instanceof DOMException && error.name === "AbortError") throw error
  throw new Refused(offline())
}
