/** People who act over HTTP with their own login, as another program would; no browser. */
export interface Wire {
  readonly number: string
  readonly get: <T>(question: string, input?: Readonly<Record<string, string>>) => Promise<T>
  readonly post: <T>(verb: string, body: object) => Promise<T>
}

const marked = { "content-type": "application/json", "x-qiaoliang": "1" }

export async function overWire(address: string, number: string, password: string): Promise<Wire> {
  const answer = await fetch(`${address}/api/accounts/sign-in`, {
    method: "POST",
    headers: marked,
    body: JSON.stringify({ number, password }),
  })
  if (!answer.ok) throw new Error(`${number} cannot sign in: ${await answer.text()}`)
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ")
  const read = async <T>(what: string, response: Response): Promise<T> => {
    const text = await response.text()
    if (!response.ok) throw new Error(`${number} ${what}: ${response.status} ${text}`)
    return JSON.parse(text) as T
  }
  return {
    number,
    get: async (question, input = {}) =>
      read(
        question,
        await fetch(`${address}/api/${question}?${new URLSearchParams(input)}`, { headers: { cookie } }),
      ),
    post: async (verb, body) =>
      read(
        verb,
        await fetch(`${address}/api/${verb}`, {
          method: "POST",
          headers: { ...marked, cookie },
          body: JSON.stringify(body),
        }),
      ),
  }
}

/** One step of a course taken by an office. */
export async function pass(
  of: Wire,
  course: string,
  step: string,
  office: string,
  says?: Readonly<Record<string, string>>,
): Promise<void> {
  const { version } = await of.get<{ version: string }>("courses/one", { id: course })
  const move = { kind: "pass", step, office, version, ...(says ? { says } : {}) }
  await of.post("courses/move", { id: course, move })
}
