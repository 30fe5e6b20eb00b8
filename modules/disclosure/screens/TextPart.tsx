import { Button, Input } from "antd"
import { type ReactNode, useId, useState } from "react"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { edit } from "../contract.ts"
import type { TextId } from "../input.ts"
import type { Shown } from "./DisclosurePage.tsx"

interface TextProps {
  readonly d: Shown
  readonly id: TextId
  readonly text: string
  /** Drafted from the Opinions' words: must be confirmed or replaced before review. */
  readonly suggested: boolean
  readonly editable: boolean
}

/** A section in the union's own words. */
export function TextPart({ d, id, text, suggested, editable }: TextProps): ReactNode {
  const t = useWords("disclosure")
  const field = useId()
  const [words, setWords] = useState(text)
  const saving = useDo(edit, { done: t("done.saved") })
  if (!editable)
    return text.split("\n").map((line, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never change places
      <p key={i}>{line}</p>
    ))
  return (
    <div className="disclosure-text">
      <label htmlFor={field}>
        {t(suggested ? "text.suggested" : id === "congress" ? "text.more" : "text.own")}
      </label>
      <Input.TextArea
        id={field}
        autoSize={{ minRows: 3 }}
        value={words}
        onChange={(e) => setWords(e.target.value)}
      />
      <Button
        type={suggested ? "primary" : "default"}
        disabled={!suggested && words === text}
        loading={saving.busy}
        onClick={() => void saving.run({ id: d.id, version: d.version, texts: { [id]: words } })}
      >
        {t(suggested ? (words === text ? "text.confirm" : "text.replace") : "save")}
      </Button>
    </div>
  )
}
