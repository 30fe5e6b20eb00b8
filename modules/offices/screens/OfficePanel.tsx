import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"
import type { list } from "../contract.ts"
import { AppointForm } from "./AppointForm.tsx"
import { History } from "./History.tsx"
import { DesignateForm, EndForm, StandInForm } from "./HolderForms.tsx"

export type Office = Out<typeof list>["items"][number]
export type Holder = Office["holders"][number]

type Open = "appoint" | "history" | { verb: "end" | "designate" | "stand-in"; holder: Holder }

/** One office: its people on the day, and what the viewer can do. */
export function OfficePanel({ office }: { office: Office }): ReactNode {
  const t = useWords("offices")
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <section className="panel offices-office" aria-label={office.name}>
      <h2>
        {office.name} <ClauseLabel clause={office.clause} />
      </h2>
      {office.holders.length === 0 ? <p className="muted">{t("office.empty")}</p> : null}
      {office.holders.length ? (
        <ul className="offices-holders">
          {office.holders.map((holder) => (
            <Line key={holder.id} holder={holder} onDo={(verb) => setOpen({ verb, holder })} />
          ))}
        </ul>
      ) : null}
      <p className="offices-do">
        {office.posts.some((p) => p.can) ? (
          <Button size="small" onClick={() => setOpen("appoint")}>
            {t("appoint.go")}
          </Button>
        ) : null}
        {office.id ? (
          <Button size="small" onClick={() => setOpen("history")}>
            {t("history.go")}
          </Button>
        ) : null}
      </p>
      {open === "appoint" ? <AppointForm office={office} onClose={close} /> : null}
      {open === "history" && office.id ? (
        <History office={office.id} name={office.name} onClose={close} />
      ) : null}
      {typeof open === "object" && open.verb === "end" ? (
        <EndForm holder={open.holder} onClose={close} />
      ) : null}
      {typeof open === "object" && open.verb === "designate" ? (
        <DesignateForm holder={open.holder} onClose={close} />
      ) : null}
      {typeof open === "object" && open.verb === "stand-in" ? (
        <StandInForm holder={open.holder} onClose={close} />
      ) : null}
    </section>
  )
}

function Line({
  holder: h,
  onDo,
}: {
  holder: Holder
  onDo: (verb: "end" | "designate" | "stand-in") => void
}): ReactNode {
  const t = useWords("offices")
  return (
    <li>
      <span className="offices-title">{h.title}</span>
      <span>
        <b>{h.name}</b> <span className="muted">{h.number}</span>{" "}
        {h.designated ? <span className="tag offices-designated">{t("holder.designated")}</span> : null}{" "}
        {h.fullTime === undefined || h.post === "deputy-secretary" ? null : (
          <span className="tag">{t(h.fullTime ? "full-time.yes" : "full-time.no")}</span>
        )}{" "}
        {h.standsInFor ? <span className="tag">{t("holder.stands-in", { name: h.standsInFor })}</span> : null}{" "}
        {h.basis === "set-up" ? <span className="tag">{t("holder.set-up")}</span> : null}
        <small className="muted offices-term">
          <Term from={h.from} to={h.to} /> {h.source ? t("holder.source", { source: h.source }) : null}
        </small>
        <span className="offices-do">
          {(["designate", "stand-in", "end"] as const).map((verb) => (
            <Can key={verb} of={h.can} verb={`offices.${verb}`}>
              <Button size="small" onClick={() => onDo(verb)}>
                {t(`${verb}.go`)}
              </Button>
            </Can>
          ))}
        </span>
      </span>
    </li>
  )
}

export function Term({ from, to }: { from: string; to: string | undefined }): ReactNode {
  const t = useWords("offices")
  const say = useSay()
  return (
    <>
      {to
        ? t("holder.from-to", { from: say.day(from), to: say.day(to) })
        : t("holder.from", { from: say.day(from) })}
    </>
  )
}
