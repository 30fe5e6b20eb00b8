import { Select, Switch } from "antd"
import type { ReactNode } from "react"
import { Go, useAsOf, useFilter, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { Verdict } from "#kit/web/Verdict.tsx"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { findingsList, findingsMatrix } from "#modules/findings/contract.ts"
import { type OrgNode, organisationSvg } from "../chart.ts"
import { unionsOne, unionsStructure } from "../contract.ts"
import { Chart } from "./Chart.tsx"
import { type Findings, unionTree, universityTree } from "./organisation.ts"
import "./unions.css"

/** The organisation drawn: the whole university with numbers, or one union with its people. */
export default function Structure(): ReactNode {
  const t = useWords("unions")
  const [filter, set] = useFilter()
  const [asOf] = useAsOf()
  const { can } = useViewer()
  const mine = useAsk(findingsMatrix, { asOf }, { when: can["findings.matrix"] === true })
  const found = useAsk(
    findingsList,
    { asOf, unionId: filter.union, open: "true" },
    { when: can["findings.list"] === true, keep: true },
  )
  const marked = filter.marks !== "0"
  const findings = (marked ? (found.data?.items ?? []) : []).filter(
    (f) => f.verdict === "violated" || f.verdict === "warning",
  )
  const shown: Shown = { findings, marked }
  return (
    <Page title={t("structure.title")} lead={t("structure.lead")}>
      <div className="unions-choose no-print">
        <Select
          aria-label={t("structure.which")}
          showSearch={{ optionFilterProp: "label" }}
          value={filter.union && !mine.data ? null : (filter.union ?? "")}
          loading={mine.isLoading}
          onChange={(union) => set({ union: union || undefined })}
          options={[
            { value: "", label: t("structure.university") },
            ...(mine.data?.unions ?? []).map((u) => ({ value: u.id, label: u.name })),
          ]}
        />
        {filter.union ? (
          <Toggle name="names" words={t("structure.names")} on={filter.names !== "0"} start />
        ) : (
          <Toggle name="parts" words={t("structure.parts")} on={filter.parts === "1"} />
        )}
        <Toggle name="marks" words={t("structure.marks")} on={marked} start />
      </div>
      {filter.union ? <Union id={filter.union} {...shown} /> : <University {...shown} />}
    </Page>
  )
}

interface Shown {
  readonly findings: Findings
  readonly marked: boolean
}

/** A switch kept in the address; `start`: on unless switched off. */
function Toggle(props: { name: string; words: string; on: boolean; start?: boolean }): ReactNode {
  const [, set] = useFilter()
  return (
    <span className="unions-toggle">
      <Switch
        size="small"
        aria-label={props.words}
        checked={props.on}
        onChange={(on) => set({ [props.name]: on === Boolean(props.start) ? undefined : on ? "1" : "0" })}
      />
      <span aria-hidden="true">{props.words}</span>
    </span>
  )
}

function University({ findings, marked }: Shown): ReactNode {
  const t = useWords("unions")
  const [filter] = useFilter()
  return (
    <Answer of={useAsk(unionsStructure, {})} rows={8}>
      {(structure) =>
        structure.unions.length === 0 ? (
          <Empty title={t("list.none")}>
            <p>{t("list.none-more")}</p>
          </Empty>
        ) : (
          <Drawn
            root={universityTree(structure, findings, t, { parts: filter.parts === "1" })}
            names={false}
            marked={marked}
            findings={findings}
          />
        )
      }
    </Answer>
  )
}

function Union({ id, findings, marked }: Shown & { id: string }): ReactNode {
  const t = useWords("unions")
  const [filter] = useFilter()
  const [asOf] = useAsOf()
  return (
    <Answer of={useAsk(unionsOne, { id, asOf }, { keep: true })} rows={8}>
      {(one) => (
        <Drawn
          root={unionTree(one, findings, t)}
          names={filter.names !== "0"}
          marked={marked}
          findings={findings}
        />
      )}
    </Answer>
  )
}

const flat = (node: OrgNode): OrgNode[] => {
  const all = [node]
  for (let i = 0; i < all.length; i++) all.push(...(all[i]!.children ?? []))
  return all
}

interface DrawnProps {
  readonly root: OrgNode
  readonly names: boolean
  readonly marked: boolean
  readonly findings: Findings
}

function Drawn({ root, names, marked, findings }: DrawnProps): ReactNode {
  const t = useWords("unions")
  const go = useGo()
  const nodes = flat(root)
  const svg = organisationSvg(root, { names, findings: marked })
  const pick = (index: number) => {
    const [union] = (nodes[index]?.id ?? "").split("/")
    if (union && union !== "university") go(`/office/unions/${encodeURIComponent(union)}`)
  }
  return (
    <>
      <Chart svg={svg} name={`${root.name}${t("structure.file")}`} onPick={pick} />
      <details className="unions-outline no-print">
        <summary>{t("structure.outline")}</summary>
        <Outline node={root} names={names} findings={findings} />
      </details>
    </>
  )
}

/** The same as nested lists, for screen readers and for keyboards. */
function Outline({
  node,
  names,
  findings,
}: {
  node: OrgNode
  names: boolean
  findings: Findings
}): ReactNode {
  const t = useWords("unions")
  const [union = "", part] = node.id.split("/")
  const here = findings.filter(
    (f) => f.unionId === union && (node.kind === "department" ? f.subject === part : node.kind === "union"),
  )
  return (
    <ul>
      <li>
        {node.kind === "union" ? (
          <Go to={`/office/unions/${encodeURIComponent(node.id)}`}>{node.name}</Go>
        ) : (
          node.name
        )}
        {node.note ? <small className="muted"> {node.note}</small> : null}
        {node.groups?.map((g) =>
          g.names.length ? (
            <p key={g.label}>
              {g.label ? `${g.label}：` : ""}
              {names ? g.names.join("、") : t("one.people", { count: g.names.length })}
            </p>
          ) : null,
        )}
        {here.map((f) => (
          <p key={`${f.clause}/${f.subject}/${f.verdict}`}>
            <Go to={`/office/findings/${encodeURIComponent(f.unionId)}/${f.clause}`}>
              <Verdict is={f.verdict} /> {f.label}　{f.because}
            </Go>
          </p>
        ))}
        {node.children?.map((child) => (
          <Outline key={child.id} node={child} names={names} findings={findings} />
        ))}
      </li>
    </ul>
  )
}
