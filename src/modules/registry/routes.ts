import type { HttpServer } from '#platform/http/index.ts';
import { registerChangesetRoutes } from './changeset/routes.ts';
import { registerDecisionRoutes } from './decision/routes.ts';
import { registerDesignationRoutes } from './designation/routes.ts';
import { registerDuplicateRoutes } from './duplicate/routes.ts';
import type { RegistryParts } from './http.ts';
import { registerAliasRoutes } from './identifier/routes.ts';
import { registerRecordReading } from './record/routes.ts';
import { registerTransitions } from './record/transition-routes.ts';
import { registerRecordWriting } from './record/write-routes.ts';
import { registerRelationRoutes } from './relation/routes.ts';
import { registerVersionRoutes } from './version/routes.ts';

/** Everything the registry says and does over HTTP. */
export function registerRegistryRoutes(server: HttpServer, parts: RegistryParts): void {
  registerRecordReading(server, parts);
  registerRecordWriting(server, parts);
  registerTransitions(server, parts);
  registerVersionRoutes(server, parts);
  registerRelationRoutes(server, parts);
  registerAliasRoutes(server, parts);
  registerDecisionRoutes(server, parts);
  registerDesignationRoutes(server, parts);
  registerChangesetRoutes(server, parts);
  registerDuplicateRoutes(server, parts);
}
