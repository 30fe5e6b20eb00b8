import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { List } from "#kit/web/desk/List.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { remind } from "../contract.ts"
import { Bar } from "./Bar.tsx"
import { PassForm } from "./PassForm.tsx"
import type { Reached } from "./ReachParts.tsx"

type Passing = NonNullable<Reached["passing"]>
type Told = Passing["faculties"][number]["told"]

interface PassedPartProps {
  readonly id: string
  readonly of: Reached
  readonly passing: Passing
  readonly onLook: (faculty: string | null) => void
}

/** 逐级传达: which faculties told their classes, which classes told their students, and when. */
export function PassedPart({ id, of, passing, onLook }: PassedPartProps): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  const [asking, setAsking] = useState<{ faculty: string; classes?: readonly string[] }>()
  const doing = useDo(remind, { done: t("remind.done") })
  const chosen = passing.faculties.find((f) => f.faculty === of.faculty)
  const scope = of.can.remind.wide
    ? {}
    : of.can.remind.faculties[0]
      ? { faculty: of.can.remind.faculties[0] }
      : null
  return (
    <>
      <div className="notice-part-head">
        <p>
          {passing.dueOn ? t("passed.due", { day: say.day(passing.dueOn) }) : null}{" "}
          <LastReminded of={of} whom="passing" />
        </p>
        {scope && passing.done < passing.of ? (
          <ConfirmButton
            ask={t("remind.passing-ask")}
            detail={t("remind.once")}
            loading={doing.busy}
            onConfirm={() => doing.run({ id, whom: "passing", ...scope })}
          >
            {t("remind.passing")}
          </ConfirmButton>
        ) : null}
      </div>
      <List
        label={t("passed.faculties")}
        rows={untoldFirst(passing.faculties, (f) => f.faculty)}
        rowKey={(f) => f.faculty}
        columns={[
          {
            key: "faculty",
            title: t("field.faculty"),
            show: (f) => (
              <Button
                type="link"
                className="notice-look"
                aria-expanded={f.faculty === of.faculty}
                onClick={() => onLook(f.faculty === of.faculty ? null : f.faculty)}
              >
                {f.faculty}
              </Button>
            ),
          },
          {
            key: "told",
            title: t("passed.to-classes"),
            show: (f) => (f.own ? <span className="muted">{t("passed.own")}</span> : <ToldHow of={f.told} />),
          },
          {
            key: "classes",
            title: t("passed.to-students"),
            show: (f) => (
              <Bar
                of={f.done}
                all={f.of}
                late={f.late > 0}
                words={
                  f.late > 0
                    ? t("passed.late", { done: f.done, of: f.of, late: f.late })
                    : t("list.passed", { done: f.done, of: f.of })
                }
              />
            ),
          },
          {
            key: "do",
            title: t("field.do"),
            show: (f) =>
              f.can.pass ? (
                <Button type="primary" onClick={() => setAsking({ faculty: f.faculty })}>
                  {t("pass.faculty")}
                </Button>
              ) : f.can.passClasses.length > 0 ? (
                <Button onClick={() => setAsking({ faculty: f.faculty, classes: f.can.passClasses })}>
                  {t("pass.class")}
                </Button>
              ) : null,
          },
        ]}
      />
      {chosen && chosen.classes.length > 0 ? (
        <>
          <h2 className="notice-sub">{t("passed.classes", { faculty: chosen.faculty })}</h2>
          <List
            label={t("passed.classes", { faculty: chosen.faculty })}
            rows={untoldFirst(chosen.classes, (c) => c.className)}
            rowKey={(c) => c.className}
            columns={[
              { key: "class", title: t("field.class"), show: (c) => c.className },
              {
                key: "told",
                title: t("passed.to-students"),
                phone: "plain",
                show: (c) => (
                  <>
                    <ToldHow of={c.told} />{" "}
                    {c.late ? <span className="tag notice-late">{t("passed.is-late")}</span> : null}
                  </>
                ),
              },
            ]}
          />
        </>
      ) : null}
      {asking ? (
        <PassForm
          id={id}
          faculty={asking.faculty}
          {...(asking.classes ? { classes: asking.classes } : {})}
          onClose={() => setAsking(undefined)}
        />
      ) : null}
    </>
  )
}

const collator = new Intl.Collator("zh-Hans-CN", { numeric: true })

/** Where something is still to be done comes first, each part by its name. */
const untoldFirst = <T extends { readonly told: Told }>(rows: readonly T[], name: (row: T) => string): T[] =>
  rows.toSorted(
    (a, b) => Number(a.told !== null) - Number(b.told !== null) || collator.compare(name(a), name(b)),
  )

/** When, how and by whom; or not yet. */
function ToldHow({ of }: { of: Told }): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  if (!of) return <span className="tag notice-waits">{t("passed.not-yet")}</span>
  return (
    <span className="notice-told">
      <span>
        {t("passed.on", { day: say.day(of.onDay), how: t(`how.${of.how}`) })}
        {of.current ? null : <span className="tag notice-waits">{t("passed.before-correction")}</span>}
      </span>
      <small>
        {of.by}
        {of.note ? <span lang="zh-CN">：{of.note}</span> : null}
      </small>
    </span>
  )
}

export function LastReminded({ of, whom }: { of: Reached; whom: "readers" | "passing" }): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  const last = of.reminded.find((r) => r.whom === whom)
  return last ? (
    <span className="muted">
      {t("remind.last", {
        day: say.day(last.onDay),
        by: last.by,
        where: last.faculty ? `${last.faculty} ` : "",
      })}
    </span>
  ) : null
}
