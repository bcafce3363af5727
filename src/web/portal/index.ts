import type { HttpServer } from '#platform/http/index.ts';
import { registerAboutRoutes } from './about/about-routes.tsx';
import { registerCollectionRoutes } from './collection/collection-routes.tsx';
import { registerDecisionRoutes } from './decision/decision-routes.tsx';
import { registerDiscoveryRoutes } from './discovery/discovery-routes.ts';
import { registerDisplayRoutes } from './display/display-routes.tsx';
import { errorPage } from './error/error-page.tsx';
import { registerFestivalRoutes } from './festival/festival-routes.tsx';
import { registerHomeRoutes } from './home/home-routes.tsx';
import { registerIdentifierRoutes } from './identifier-routes.ts';
import { registerMapRoutes } from './map/map-routes.ts';
import { registerOpenDataRoutes } from './open-data/open-data-routes.tsx';
import { registerPlaceRoutes } from './place/place-routes.tsx';
import type { Portal } from './portal.ts';
import { registerProgressRoutes } from './progress/progress-routes.tsx';
import { registerRecordRoutes } from './record/record-routes.tsx';
import { registerSearchPages } from './search/search-routes.tsx';
import { registerShareRoutes } from './share/share-routes.ts';
import { registerCodeListRoutes } from './standard/code-list-routes.tsx';
import { registerStandardRoutes } from './standard/standard-routes.tsx';
import { registerVocabularyRoutes } from './standard/vocabulary-routes.tsx';
import { registerTopicRoutes } from './topic/topic-routes.tsx';

export type { Portal } from './portal.ts';

/** All pages of the public portal. */
export function registerPortal(server: HttpServer, portal: Portal): void {
  server.decorate('errorPage', errorPage(portal));
  registerHomeRoutes(server, portal);
  registerSearchPages(server, portal);
  registerPlaceRoutes(server, portal);
  registerRecordRoutes(server, portal);
  registerIdentifierRoutes(server, portal);
  registerFestivalRoutes(server, portal);
  registerCollectionRoutes(server, portal);
  registerDecisionRoutes(server, portal);
  registerStandardRoutes(server, portal);
  registerCodeListRoutes(server, portal);
  registerVocabularyRoutes(server, portal);
  registerTopicRoutes(server, portal);
  registerAboutRoutes(server, portal);
  registerDisplayRoutes(server, portal);
  registerOpenDataRoutes(server, portal);
  registerDiscoveryRoutes(server, portal);
  registerShareRoutes(server, portal);
  registerMapRoutes(server, portal);
  registerProgressRoutes(server, portal);
}
