/** What other rooms' screens borrow: the drawing of an organisation. */
export { type OrgNode, organisationSvg } from "../chart.ts"
