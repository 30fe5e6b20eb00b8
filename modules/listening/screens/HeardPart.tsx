import { Button, Checkbox } from "antd"
import { type ReactNode, useState } from "react"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { part, unhear } from "../contract.ts"
import { HearForm } from "./HearForm.tsx"
import { JoinForm } from "./JoinForm.tsx"
import type { One } from "./ListeningPage.tsx"
import { StandingTag } from "./PhaseTag.tsx"
import { Follow } from "./PlanPart.tsx"
import { RaiseForm } from "./RaiseForm.tsx"

export type Heard = One["heard"][number]

type Doing =
  | { readonly what: "hear"; readonly heard?: Heard }
  | { readonly what: "join"; readonly heard: Heard }
  | { readonly what: "raise" }

/** Each thing heard in a line: put down, sent on as a need or joined to one, followed. */
export function HeardPart({ of }: { of: One }): ReactNode {
  const t = useWords("listening")
  const [doing, setDoing] = useState<Doing>()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const waiting = of.heard.filter((h) => h.need === null)
  const chosen = waiting.filter((h) => ticked.includes(h.id))
  const close = () => setDoing(undefined)
  const add = of.can.hear ? (
    <Button onClick={() => setDoing({ what: "hear" })}>{t("heard.add")}</Button>
  ) : null
  return (
    <>
      {of.heard.length === 0 ? (
        <Empty title={t("heard.none")}>
          <p>{t(of.can.hear ? "heard.none-more" : "heard.not-yet")}</p>
          {add}
        </Empty>
      ) : (
        <>
          <Follow of={of.follow} />
          {of.can.hear ? (
            <section className="listening-batch" aria-label={t("heard.batch")}>
              {waiting.length > 0 ? (
                <Checkbox
                  checked={chosen.length === waiting.length}
                  indeterminate={chosen.length > 0 && chosen.length < waiting.length}
                  onChange={(e) => setTicked(e.target.checked ? waiting.map((h) => h.id) : [])}
                >
                  {t("heard.chosen", { count: chosen.length })}
                </Checkbox>
              ) : null}
              <span className="listening-buttons">
                {waiting.length > 0 ? (
                  <Button
                    type="primary"
                    disabled={chosen.length === 0}
                    onClick={() => setDoing({ what: "raise" })}
                  >
                    {t("raise.title")}
                  </Button>
                ) : null}
                {add}
              </span>
            </section>
          ) : null}
          <ol className="listening-heard">
            {of.heard.map((h) => (
              <Line
                key={h.id}
                of={of}
                heard={h}
                ticked={ticked.includes(h.id)}
                onTick={(on) => setTicked(on ? [...ticked, h.id] : ticked.filter((x) => x !== h.id))}
                onDo={setDoing}
              />
            ))}
          </ol>
        </>
      )}
      {doing?.what === "hear" ? (
        <HearForm of={of} {...(doing.heard ? { before: doing.heard } : {})} onClose={close} />
      ) : null}
      {doing?.what === "join" ? <JoinForm of={of} heard={doing.heard} onClose={close} /> : null}
      {doing?.what === "raise" ? (
        <RaiseForm
          id={of.id}
          heard={chosen}
          onClose={(done) => {
            close()
            if (done) setTicked([])
          }}
        />
      ) : null}
    </>
  )
}

interface LineProps {
  readonly of: One
  readonly heard: Heard
  readonly ticked: boolean
  readonly onTick: (on: boolean) => void
  readonly onDo: (what: Doing) => void
}

function Line({ of, heard: h, ticked, onTick, onDo }: LineProps): ReactNode {
  const t = useWords("listening")
  const open = of.can.hear && h.need === null
  return (
    <li className="panel">
      <div className="listening-heard-head">
        {open ? (
          <Checkbox
            aria-label={t("heard.tick", { words: h.words })}
            checked={ticked}
            onChange={(e) => onTick(e.target.checked)}
          />
        ) : null}
        <span className="tag">{h.field}</span>
        <span className="muted">{[h.category, h.faculty].filter(Boolean).join(" · ")}</span>
      </div>
      <p className="listening-text" lang="zh-CN">
        {h.words}
      </p>
      {h.said ? (
        <p className="listening-said" lang="zh-CN">
          <b>{t("heard.said", { by: h.saidBy || t("heard.someone") })}</b> {h.said}
        </p>
      ) : null}
      {h.need ? (
        <NeedLine heard={h} need={h.need} mayPart={of.can.hear === true} />
      ) : open ? (
        <OpenDeeds heard={h} onDo={onDo} />
      ) : (
        <p className="muted">{t("heard.waiting")}</p>
      )}
    </li>
  )
}

interface NeedLineProps {
  readonly heard: Heard
  readonly need: NonNullable<Heard["need"]>
  readonly mayPart: boolean
}

function NeedLine({ heard, need, mayPart }: NeedLineProps): ReactNode {
  const t = useWords("listening")
  const parting = useDo(part, { done: t("join.parted") })
  return (
    <p className="listening-need">
      <span>
        {t(need.joined ? "heard.joined" : "heard.became")}{" "}
        <Go to={`/office/desk/${need.id}`}>
          {t("nth", { nth: need.nth })} {need.title}
        </Go>
      </span>
      <StandingTag standing={need.standing} late={need.late} />
      {need.office ? <span className="muted">{need.office}</span> : null}
      {mayPart && need.joined ? (
        <ConfirmButton
          size="small"
          ask={t("join.part-ask")}
          loading={parting.busy}
          onConfirm={() => parting.run({ heard: heard.id })}
        >
          {t("join.part")}
        </ConfirmButton>
      ) : null}
    </p>
  )
}

function OpenDeeds({ heard, onDo }: { heard: Heard; onDo: (what: Doing) => void }): ReactNode {
  const t = useWords("listening")
  const dropping = useDo(unhear, { done: t("heard.dropped") })
  return (
    <p className="listening-buttons">
      <Button onClick={() => onDo({ what: "join", heard })}>{t("join.title")}</Button>
      <Button onClick={() => onDo({ what: "hear", heard })}>{t("heard.change")}</Button>
      <ConfirmButton
        danger
        ask={t("heard.drop-ask")}
        loading={dropping.busy}
        onConfirm={() => dropping.run({ heard: heard.id })}
      >
        {t("heard.drop")}
      </ConfirmButton>
    </p>
  )
}
