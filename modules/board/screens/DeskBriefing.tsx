import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import type { Out } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go, useGo, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { VoiceNav } from "#modules/handling/screens/forms.ts"
import { deskBriefing, discard, publish, submit, write } from "../contract.ts"
import { BriefingView } from "./BriefingView.tsx"

type Told = Out<typeof deskBriefing>

/** One 简报 on its way: words, review, publication. */
export default function DeskBriefing(): ReactNode {
  const t = useWords("board")
  const id = useParam("id")
  const asked = useAsk(deskBriefing, { id })
  return (
    <PageOf of={asked} title={t("desk.title")}>
      {(of) => (
        <Page title={of.title} lead={t(`desk.lead-${of.state}`)} actions={<Deeds of={of} />}>
          <VoiceNav now="briefings" />
          <section className="panel">
            <p className="board-desk-line">
              <span className="tag">{t(`desk.state-${of.state}`)}</span>
              <span className="muted">{t("desk.drafted-by", { name: of.byName })}</span>
              <Go to={`/api/board/briefings/${id}.docx`} className="button">
                {t("briefing.docx")}
              </Go>
              <Go to={`/api/board/briefings/${id}.pdf`} className="button">
                {t("briefing.pdf")}
              </Go>
              {of.state === "published" ? (
                <Go to={`/needs/briefings/${id}`} className="button">
                  {t("desk.see-public")}
                </Go>
              ) : null}
            </p>
            {of.hash ? (
              <p className="muted briefing-hash">
                {t("briefing.hash")} <code>{of.hash}</code>
              </p>
            ) : null}
          </section>
          {of.course ? <CoursePanel id={of.course} onMoved={() => void asked.refetch()} /> : null}
          <BriefingView of={of.content} />
        </Page>
      )}
    </PageOf>
  )
}

function Deeds({ of }: { of: Told }): ReactNode {
  const t = useWords("board")
  const go = useGo()
  const [writing, setWriting] = useState(false)
  const submitting = useDo(submit, { done: t("desk.submitted") })
  const publishing = useDo(publish, { done: t("desk.published") })
  const discarding = useDo(discard, { done: t("desk.discarded") })
  return (
    <>
      <Can of={of.can} verb="write">
        <Button onClick={() => setWriting(true)}>{t("desk.write")}</Button>
      </Can>
      <Can of={of.can} verb="submit">
        <ConfirmButton
          type="primary"
          ask={t("desk.submit-ask")}
          detail={t("desk.submit-detail")}
          loading={submitting.busy}
          onConfirm={() => submitting.run({ id: of.id })}
        >
          {t("desk.submit")}
        </ConfirmButton>
      </Can>
      <Can of={of.can} verb="publish">
        <ConfirmButton
          type="primary"
          ask={t("desk.publish-ask")}
          detail={t("desk.publish-detail")}
          loading={publishing.busy}
          onConfirm={() => publishing.run({ id: of.id })}
        >
          {t("desk.publish")}
        </ConfirmButton>
      </Can>
      <Can of={of.can} verb="discard">
        <ConfirmButton
          danger
          ask={t("desk.discard-ask")}
          loading={discarding.busy}
          onConfirm={async () => {
            if (await discarding.run({ id: of.id })) go("/office/briefings")
          }}
        >
          {t("desk.discard")}
        </ConfirmButton>
      </Can>
      {writing ? <WriteForm of={of} onClose={() => setWriting(false)} /> : null}
    </>
  )
}

function WriteForm({ of, onClose }: { of: Told; onClose: () => void }): ReactNode {
  const t = useWords("board")
  const doing = useDo(write, { quiet: true, done: t("desk.written") })
  return (
    <Asking<{ words: string }>
      title={t("desk.write")}
      lead={t("desk.write-lead")}
      refused={doing.refused}
      busy={doing.busy}
      go={t("desk.write-go")}
      wide
      start={{ words: of.words }}
      onGo={async ({ words }) => {
        if (await doing.run({ id: of.id, words: words ?? "" })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="words" label={t("briefing.words")}>
        <Input.TextArea rows={10} maxLength={3000} showCount />
      </Form.Item>
    </Asking>
  )
}
