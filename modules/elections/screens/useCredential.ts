import { useEffect, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { type booth, mine } from "../contract-asked.ts"
import { phoneOf } from "./DeviceKey.tsx"
import { keepSlip, slipOf } from "./keeping.ts"

export interface Credential {
  readonly secret: string | null
  /** Its public side, as it stands on the board; null until it is known. */
  readonly public: string | null
  readonly from: "phone" | "slip" | null
  /** Why there is none: what the page tells. */
  readonly lack: "asking" | "sign-in" | "no-delegate" | "none" | "slip" | "other-phone" | "unopened" | null
  /** A credential as typed or scanned; false where it is none. */
  readonly enter: (typed: string) => Promise<boolean>
  readonly forget: () => void
}

/**
 * The delegate's credential for this vote: from the envelope sealed to this phone, else from a slip. A slip's link
 * carries it behind the #, which no browser sends to a server; it is taken out of the address at once.
 */
export function useCredential(of: Out<typeof booth>): Credential {
  const { signedIn, account } = useViewer()
  const [slip, setSlip] = useState(() => slipOf(of.id))
  const [sealed, setSealed] = useState<string | null>()
  const asked = useAsk(mine, { assembly: of.assembly.id }, { when: signedIn, every: 20_000 })
  const own = asked.data?.elections.find((e) => e.id === of.id)
  const phone = account ? phoneOf(of.assembly.id, account.number) : null
  const mineToOpen = own?.sealed && own.key === phone?.publicKey ? own.sealed : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: a phone's key is told by its public half
  useEffect(() => {
    if (!mineToOpen || !phone) return
    let gone = false
    void import("./instruments.ts")
      .then(({ openSealed }) => openSealed(mineToOpen, phone))
      .then((secret) => gone || setSealed(secret))
    return () => {
      gone = true
    }
  }, [mineToOpen, phone?.publicKey])
  const enter = async (typed: string) => {
    const { looksLikeCredential } = await import("./instruments.ts")
    const secret = looksLikeCredential(typed)
    if (secret === null) return false
    keepSlip(of.id, secret)
    setSlip(secret)
    return true
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page opens
  useEffect(() => {
    const behind = location.hash.slice(1)
    if (!behind) return
    history.replaceState(history.state, "", location.pathname + location.search)
    void enter(decodeURIComponent(behind))
  }, [])
  const forget = () => {
    keepSlip(of.id, null)
    setSlip(null)
  }
  const secret = slip ?? (mineToOpen ? (sealed ?? null) : null)
  const open = usePublic(of, secret)
  if (secret) return { secret, public: open, from: slip ? "slip" : "phone", lack: null, enter, forget }
  const lack = (): Credential["lack"] => {
    if (!signedIn) return "sign-in"
    if (!asked.data) return asked.error ? "slip" : "asking"
    if (!asked.data.delegate) return "no-delegate"
    if (!own || own.envelope === "none") return "none"
    if (own.envelope === "slip") return "slip"
    if (!mineToOpen) return "other-phone"
    return sealed === null ? "unopened" : "asking"
  }
  return { secret: null, public: null, from: null, lack: lack(), enter, forget }
}

function usePublic({ group, uuid }: Out<typeof booth>, secret: string | null): string | null {
  const [known, setKnown] = useState<{ secret: string; open: string }>()
  useEffect(() => {
    if (!secret) return
    let gone = false
    void import("./instruments.ts")
      .then(async ({ groupOf, publicCredential }) => publicCredential(await groupOf(group), uuid, secret))
      .then((open) => gone || setKnown({ secret, open }))
    return () => {
      gone = true
    }
  }, [group, uuid, secret])
  return known && known.secret === secret ? known.open : null
}
