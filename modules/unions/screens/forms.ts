/** What other rooms' screens borrow: an organisation drawn, and the sheet it lies on. */
export { type OrgNode, organisationSvg } from "../chart.ts"
export { Sheet } from "./Sheet.tsx"
