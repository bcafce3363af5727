import type { HttpServer } from '#platform/http/index.ts';
import { readForms, requireFormToken, requireSignIn } from './frame/guard.ts';
import type { Workbench } from './frame/workbench.ts';
import { registerDownloads } from './imports/downloads.ts';
import { registerImportForms } from './imports/form-routes.tsx';
import { acceptUploads } from './imports/multipart.ts';
import { registerImportPages } from './imports/page-routes.tsx';
import { registerSignIn } from './sign-in/sign-in-routes.tsx';

export { WORKBENCH, type Workbench } from './frame/workbench.ts';

/** The pages behind sign-in. */
export function registerWorkbench(server: HttpServer, workbench: Workbench): void {
  registerSignIn(server, workbench);
  void server.register(async (scope) => {
    readForms(scope);
    acceptUploads(scope);
    requireSignIn(scope);
    requireFormToken(scope);
    registerImportPages(scope, workbench);
    registerImportForms(scope, workbench);
    registerDownloads(scope, workbench);
  });
}
