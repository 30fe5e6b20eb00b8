import { Button, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { useFilter, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { one } from "../contract.ts"
import { Changes } from "./Changes.tsx"
import { RepealForm, ReviseForm } from "./DocumentForms.tsx"
import { FileLink, Parts } from "./Parts.tsx"

export type DocumentSeen = Out<typeof one>
export type VersionSeen = DocumentSeen["versions"][number]

/** One document: a version beside the one before, the offices' study of it, and all there ever were. */
export default function DocumentPage(): ReactNode {
  const t = useWords("leadership")
  const id = useParam("id")
  const [open, setOpen] = useState<"revise" | "repeal">()
  const [{ version }, set] = useFilter()
  const close = () => setOpen(undefined)
  return (
    <Answer of={useAsk(one, { id })} rows={10}>
      {(document) => {
        const shown = document.versions.find((v) => `${v.no}` === version) ?? usual(document.versions)
        if (!shown) return null
        const drafted = document.versions[0]?.state === "draft"
        return (
          <Page
            title={shown.title}
            lead={`${t(`kind.${document.kind}`)}　${document.union ?? t("documents.all")}`}
            actions={
              <>
                {drafted && document.course ? (
                  <a className="button" href="#study">
                    {t("study.go")}
                  </a>
                ) : null}
                {document.can.revise ? (
                  <Button onClick={() => setOpen("revise")}>
                    {t(drafted ? "revise.go-open" : "revise.go")}
                  </Button>
                ) : null}
                {document.can.repeal ? (
                  <Button danger onClick={() => setOpen("repeal")}>
                    {t("repeal.go")}
                  </Button>
                ) : null}
              </>
            }
          >
            <Parts />
            {document.held ? <p className="muted">{document.held}</p> : null}
            <Text document={document} shown={shown} />
            {document.course ? (
              <section className="panel" id="study">
                <CoursePanel id={document.course} />
                {drafted ? <p className="muted leadership-hint">{t("study.hint")}</p> : null}
              </section>
            ) : null}
            <History
              document={document}
              shown={shown}
              onChoose={(no) => set({ version: `${no}`, against: undefined })}
            />
            {open === "revise" ? <ReviseForm document={document} onClose={close} /> : null}
            {open === "repeal" ? <RepealForm document={document} onClose={close} /> : null}
          </Page>
        )
      }}
    </Answer>
  )
}

/** What is on its way or yet to begin, then what is in force, then the last there was. */
const usual = (versions: readonly VersionSeen[]): VersionSeen | undefined =>
  versions.find((v) => v.state === "draft" || v.state === "to-come") ??
  versions.find((v) => v.state === "in-force") ??
  versions[0]

function Text({ document, shown }: { document: DocumentSeen; shown: VersionSeen }): ReactNode {
  const t = useWords("leadership")
  const say = useSay()
  const [{ against }, set] = useFilter()
  const others = shown.repeal ? [] : document.versions.filter((v) => v.no < shown.no && !v.repeal)
  const before = others.find((v) => v.force) ?? others[0]
  const other = against === "none" ? undefined : (others.find((v) => `${v.no}` === against) ?? before)
  return (
    <section className="panel">
      <h2>
        {t("version.title", { no: shown.no })} <VersionState of={shown} /> <ClauseLabel clause="9.4" />
      </h2>
      <p className="muted leadership-meta">
        <span>{t("version.by", { by: `${shown.capacity} ${shown.by}`, time: say.recorded(shown.at) })}</span>
        <span>{t(shown.repeal ? "version.repeal-from" : "version.from", { day: say.day(shown.from) })}</span>
        {shown.until ? <span>{t("version.until", { day: say.day(shown.until) })}</span> : null}
        <span>{t(shown.public ? "documents.public" : "documents.closed")}</span>
        <span title={shown.hash}>{t("version.hash", { hash: shown.hash.slice(0, 12) })}</span>
      </p>
      {shown.file ? (
        <p>
          {t("version.file")} <FileLink file={shown.file} />
          {other?.file && other.file.id !== shown.file.id ? (
            <small className="muted leadership-after">{t("version.file-new")}</small>
          ) : null}
        </p>
      ) : null}
      {others.length > 0 ? (
        <p className="leadership-against">
          <label htmlFor="against">{t("changes.against")}</label>
          <Select
            id="against"
            value={other ? `${other.no}` : "none"}
            onChange={(to: string) => set({ against: to })}
            options={[
              ...others.map((v) => ({ value: `${v.no}`, label: t("version.title", { no: v.no }) })),
              { value: "none", label: t("changes.off") },
            ]}
          />
        </p>
      ) : null}
      {other && other.title !== shown.title ? (
        <p lang="zh-CN">
          <del>{other.title}</del> <ins>{shown.title}</ins>
        </p>
      ) : null}
      {other ? (
        <Changes before={other.words} after={shown.words} />
      ) : (
        <div className="leadership-document" lang="zh-CN">
          {shown.words || <span className="muted">{t("version.only-file")}</span>}
        </div>
      )}
    </section>
  )
}

function VersionState({ of: v }: { of: VersionSeen }): ReactNode {
  const t = useWords("leadership")
  const say = useSay()
  const told = v.repeal ? `state.repeal-${v.state}` : `state.${v.state}`
  return (
    <span className={`tag leadership-state-${v.repeal ? "repeal" : v.state}`}>
      {t(told, v.force ? { from: say.day(v.force.from), to: v.force.to ? say.day(v.force.to) : "" } : {})}
    </span>
  )
}

interface HistoryProps {
  readonly document: DocumentSeen
  readonly shown: VersionSeen
  readonly onChoose: (no: number) => void
}

function History({ document, shown, onChoose }: HistoryProps): ReactNode {
  const t = useWords("leadership")
  const say = useSay()
  if (document.versions.length < 2) return null
  return (
    <section className="panel">
      <h2>{t("history.title")}</h2>
      <ol className="leadership-lines">
        {document.versions.map((v) => (
          <li key={v.no}>
            <span>
              <b>{t(v.repeal ? "history.repeal" : "version.title", { no: v.no })}</b> <VersionState of={v} />
              <span className="leadership-under muted">
                {v.force
                  ? v.force.to
                    ? t("force.from-to", { from: say.day(v.force.from), to: say.day(v.force.to) })
                    : t("force.from", { from: say.day(v.force.from) })
                  : t("version.by", { by: `${v.capacity} ${v.by}`, time: say.recorded(v.at) })}
              </span>
            </span>
            {v.no === shown.no ? (
              <span className="muted">{t("history.shown")}</span>
            ) : (
              <Button size="small" onClick={() => onChoose(v.no)}>
                {t("history.show")}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
