export { type Cluster, clusters, type Pair } from "./clusters.ts"
export { type Index, type Near, openIndex } from "./similar-index.ts"
export type { Thesaurus } from "./thesaurus.ts"
