import { Alert, Button } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { List } from "#kit/web/desk/List.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { begin, seatAll, seatExOfficio } from "../contract.ts"
import type { Progress } from "./DelegatesPage.tsx"
import { InviteForm } from "./InviteForm.tsx"

/** Faculty by faculty, class by class: seats and who fills them. */
export function ProgressPart({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  return (
    <>
      {of.whyNot ? <Alert className="delegates-gap" type="info" showIcon title={of.whyNot} /> : null}
      {of.held ? (
        <Alert className="delegates-gap" type="warning" showIcon title={t("progress.held")} />
      ) : null}
      <Deeds of={of} />
      {of.assembly.kind === "general" ? (
        <Empty title={of.voting > 0 ? t("general.seated", { count: of.voting }) : t("general.none")}>
          <p>{t("general.more")}</p>
        </Empty>
      ) : of.lists.length === 0 ? (
        <Empty title={t("progress.none")}>
          <p>{t("progress.none-more")}</p>
        </Empty>
      ) : (
        <Lists of={of} />
      )}
      {of.exOfficio > 0 ? <p className="muted">{t("progress.ex-officio", { count: of.exOfficio })}</p> : null}
    </>
  )
}

function Deeds({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  const assembly = of.assembly.id
  const [inviting, setInviting] = useState(false)
  const start = useDo(begin, { done: t("begin.done") })
  const office = useDo(seatExOfficio, { done: t("ex-officio.done") })
  const everybody = useDo(seatAll, { done: t("general.done") })
  return (
    <div className="delegates-deeds">
      <Can of={of.can} verb="delegates.begin">
        <ConfirmButton
          type={of.begunOn ? "default" : "primary"}
          ask={t(of.begunOn ? "begin.ask-again" : "begin.ask")}
          loading={start.busy}
          onConfirm={() => start.run({ assembly })}
        >
          {t(of.begunOn ? "begin.again" : "begin.go")}
        </ConfirmButton>
      </Can>
      <Can of={of.can} verb="delegates.seat-all">
        <ConfirmButton
          type="primary"
          ask={t("general.ask")}
          loading={everybody.busy}
          onConfirm={() => everybody.run({ assembly })}
        >
          {t("general.go")}
        </ConfirmButton>
      </Can>
      {of.assembly.kind === "congress" ? (
        <Can of={of.can} verb="delegates.seat-ex-officio">
          <ConfirmButton
            ask={t("ex-officio.ask")}
            loading={office.busy}
            onConfirm={() => office.run({ assembly })}
          >
            {t("ex-officio.go")}
          </ConfirmButton>
        </Can>
      ) : null}
      <Can of={of.can} verb="delegates.invite">
        <Button onClick={() => setInviting(true)}>{t("invite.go")}</Button>
      </Can>
      {inviting ? <InviteForm assembly={assembly} onClose={() => setInviting(false)} /> : null}
    </div>
  )
}

function Lists({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  const ours = of.lists.filter((l) => l.unit !== "society")
  const societies = of.lists.filter((l) => l.unit === "society")
  return (
    <>
      {[
        { key: of.union.level === "school" ? "faculties" : "classes", lists: ours, clause: "6.2" },
        { key: "societies", lists: societies, clause: "6.4" },
      ]
        .filter((g) => g.lists.length > 0)
        .map((g) => (
          <section className="panel" key={g.key}>
            <h2>
              {t(`progress.${g.key}`, {
                filled: g.lists.reduce((n, l) => n + l.filled, 0),
                seats: g.lists.reduce((n, l) => n + l.seats, 0),
              })}{" "}
              <ClauseLabel clause={g.clause} />
            </h2>
            <List
              label={t(`progress.label-${g.key}`)}
              rows={g.lists}
              rowKey={(l) => l.id}
              columns={[
                {
                  key: "label",
                  title: t(`progress.column-${g.key}`),
                  by: (l) => l.label,
                  show: (l) => <Go to={`/office/delegates/list/${l.id}`}>{l.label}</Go>,
                },
                {
                  key: "filled",
                  title: t("progress.filled"),
                  phone: "titled",
                  align: "right",
                  by: (l) => l.filled / l.seats,
                  show: (l) => (
                    <span className={l.filled >= l.seats ? "delegates-full" : ""}>
                      {t("progress.of", { filled: l.filled, seats: l.seats })}
                    </span>
                  ),
                },
                {
                  key: "nominated",
                  title: t("progress.nominated"),
                  phone: "titled",
                  align: "right",
                  by: (l) => l.nominated,
                  show: (l) => l.nominated,
                },
                {
                  key: "step",
                  title: t("progress.step"),
                  phone: "plain",
                  by: (l) => l.step ?? l.status,
                  show: (l) => <Step of={l} />,
                },
              ]}
            />
          </section>
        ))}
    </>
  )
}

function Step({ of: l }: { of: Progress["lists"][number] }): ReactNode {
  const t = useWords("delegates")
  if (l.awaiting > 0)
    return <span className="delegates-now">{t("progress.awaiting", { count: l.awaiting })}</span>
  if (l.status === "open")
    return (
      <span className={l.mine ? "delegates-now" : ""}>
        {l.mine ? t("progress.mine", { step: l.step ?? "" }) : l.step}
      </span>
    )
  if (l.status === "passed")
    return l.filled >= l.seats ? t("progress.full") : t("progress.vacant", { count: l.seats - l.filled })
  return <span className="muted">{t(`status.${l.status}`)}</span>
}
