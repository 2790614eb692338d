import { z } from 'zod'
import type { CatalogueHeading } from '../../domain/catalogue/bundle.ts'
import lifeEvents from './life-events.json' with { type: 'json' }
import topics from './topics.json' with { type: 'json' }

const heading = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  nameBo: z.string().min(1),
})

/** 主题. */
export const ABA_TOPICS: readonly CatalogueHeading[] = z.array(heading).parse(topics)

/** 人生事件. */
export const ABA_LIFE_EVENTS: readonly CatalogueHeading[] = z.array(heading).parse(lifeEvents)
