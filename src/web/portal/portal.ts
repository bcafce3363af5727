import type { FastifyRequest } from 'fastify';
import type { EraRow } from '#formats/era/index.ts';
import type { TerritoryMap } from '#formats/geo/index.ts';
import type { Reader } from '#modules/access/index.ts';
import type { Source } from '#modules/registry/index.ts';
import type { Catalogue } from '#modules/standards/index.ts';
import type { Vocabularies } from '#modules/vocabularies/index.ts';
import type { Basemap } from '#web/components/told-map.ts';

/** All that pages need from the program; made once by the composition root. */
export interface Portal {
  source: Source;
  catalogue: Catalogue;
  vocabularies: Vocabularies;
  eras: readonly EraRow[];
  map: TerritoryMap;
  /** The operator's own background for interactive maps, if one was loaded. */
  basemap?: Basemap;
  /** Name Assigning Authority Number of the ARKs shown. */
  naan: string;
  operator: string | null;
  version: string;
  /** Hashed names of the built assets under /assets/, by logical name ('portal.css', 'core.js'). */
  assets: Record<string, string>;
  /** A file of the portal's fonts by its name; throws where there is none. */
  font(name: string): Uint8Array;
  /** Absolute public address without a slash at the end. */
  origin(request: FastifyRequest): string;
  /** ISO instant of the newest public change. */
  dataAt(): Promise<string>;
  now(): Date;
  reader(request: FastifyRequest): Promise<Reader>;
}
