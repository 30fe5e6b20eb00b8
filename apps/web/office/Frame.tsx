import { MenuOutlined } from "@ant-design/icons"
import { Button, Drawer, Grid, Layout } from "antd"
import { type ReactNode, useEffect, useState } from "react"
import { Seal } from "#kit/web/Brand.tsx"
import { useSay } from "#kit/web/days.ts"
import { Go, useAsOf, useHere } from "#kit/web/nav.tsx"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { Navigation, WayBack } from "./Navigation.tsx"
import { Tools } from "./Tools.tsx"

/** Navigation at the left on a desk, in a drawer on a phone; tools on top; the screen in the middle. */
export function Frame({ children }: { children: ReactNode }): ReactNode {
  const t = useWords()
  const wide = Grid.useBreakpoint().lg ?? innerWidth >= 992
  const [open, setOpen] = useState(false)
  const here = useHere()
  // biome-ignore lint/correctness/useExhaustiveDependencies: closing belongs to arriving somewhere
  useEffect(() => setOpen(false), [here])
  return (
    <Layout className="desk">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      {wide ? (
        <Layout.Sider width={224} className="desk-side no-print">
          <Name />
          <Navigation />
        </Layout.Sider>
      ) : (
        <Drawer
          placement="left"
          size={272}
          open={open}
          onClose={() => setOpen(false)}
          // A line of the page that already stands behind it leads nowhere: it closes all the same.
          onClick={(e) => (e.target as Element).closest("a") && setOpen(false)}
          title={<Name />}
          closable={{ "aria-label": t("nav.close") }}
          styles={{ body: { padding: 0 } }}
        >
          <Navigation />
        </Drawer>
      )}
      <Layout>
        <Layout.Header className="desk-top no-print">
          {wide ? null : (
            <>
              <Button
                type="text"
                icon={<MenuOutlined />}
                aria-label={t("nav.open")}
                aria-expanded={open}
                onClick={() => setOpen(true)}
              />
              <Seal size={28} />
            </>
          )}
          <Tools wide={wide} />
        </Layout.Header>
        <Banners />
        <Layout.Content id="main" role="main" tabIndex={-1} className="desk-main">
          <WayBack />
          {children}
        </Layout.Content>
      </Layout>
    </Layout>
  )
}

function Name(): ReactNode {
  const t = useWords()
  const { university } = useViewer()
  return (
    <Go to="/office" className="desk-name">
      <Seal size={32} />
      <span>
        <b>{t("product")}</b>
        <small>{university.shortName}</small>
      </span>
    </Go>
  )
}

/** What changes the meaning of everything below: invented data, a past day. */
function Banners(): ReactNode {
  const t = useWords()
  const say = useSay()
  const { university } = useViewer()
  const [asOf, setAsOf] = useAsOf()
  if (!university.sample && !asOf) return null
  return (
    <section aria-label={t("nav.notes")}>
      {university.sample ? (
        <p className="desk-banner no-print">{t("sample", { day: say.day(university.today) })}</p>
      ) : null}
      {asOf && asOf !== university.today ? (
        <p className="desk-banner desk-banner-past" role="status">
          {t("asof.past", { day: say.day(asOf) })}
          <button type="button" onClick={() => setAsOf(undefined)}>
            {t("asof.back")}
          </button>
        </p>
      ) : null}
    </section>
  )
}
