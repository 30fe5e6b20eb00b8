import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { TextEdit } from "#kit/web/desk/TextEdit.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { writeMinutes } from "../contract.ts"
import type { Meeting } from "./MeetingPage.tsx"

/** The minutes: drafted, edited until confirmed, taken away as a document. */
export function Minutes({ of }: { of: Meeting }): ReactNode {
  const t = useWords("meetings")
  const say = useSay()
  const [editing, setEditing] = useState(false)
  const m = of.minutes
  if (!m) return null
  return (
    <section className="panel">
      <h2>{t("minutes.title")}</h2>
      <p className="muted">
        {of.confirmed
          ? t("minutes.confirmed", { in: of.confirmed.in, day: say.day(of.confirmed.on) })
          : t("minutes.version", { version: m.version, by: m.by, time: say.recorded(m.at) })}
      </p>
      {editing ? (
        <Edit id={of.id} body={m.body} onClose={() => setEditing(false)} />
      ) : (
        <div className="meetings-minutes" lang="zh-CN">
          {m.body}
        </div>
      )}
      <div className="meetings-row">
        {of.can.minutes && !editing ? (
          <Button type="primary" onClick={() => setEditing(true)}>
            {t("minutes.edit")}
          </Button>
        ) : null}
        <a className="button" href={`/api/meetings/minutes/${of.id}.docx`}>
          {t("minutes.docx")}
        </a>
        <a className="button" href={`/api/meetings/minutes/${of.id}.pdf`}>
          {t("minutes.pdf")}
        </a>
      </div>
    </section>
  )
}

function Edit({ id, body, onClose }: { id: string; body: string; onClose: () => void }): ReactNode {
  const t = useWords("meetings")
  const { run, busy, refused } = useDo(writeMinutes, { quiet: true, done: t("minutes.saved") })
  return (
    <TextEdit
      label={t("minutes.title")}
      body={body}
      most={50_000}
      save={t("minutes.save")}
      leave={t("minutes.leave")}
      busy={busy}
      refused={refused}
      onSave={async (text) => {
        if (await run({ id, body: text })) onClose()
      }}
      onClose={onClose}
    />
  )
}
