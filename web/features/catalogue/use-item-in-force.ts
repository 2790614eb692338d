import { useQuery } from '@tanstack/react-query'
import type { ItemContent } from '../../../contract/item-schema.ts'
import { catalogueQuery, versionQuery } from './catalogue-queries.ts'

/** The item as it is in force, for the linter; undefined until it is read. */
export function useItemInForce(itemId: string): ItemContent | undefined {
  const items = useQuery(catalogueQuery()).data?.items
  const version = items?.find((one) => one.itemId === itemId)?.itemVersion
  const { data } = useQuery({
    ...versionQuery(itemId, 'item', version ?? 1),
    enabled: version !== undefined,
  })
  return data?.item ?? undefined
}
