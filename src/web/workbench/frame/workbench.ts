import type { FastifyRequest } from 'fastify';
import type { Intake } from '#modules/exchange/index.ts';

/** All that the pages of the workbench need from the program; made once by the composition root. */
export interface Workbench {
  db: Intake['db'];
  intake: Intake;
  operator: string | null;
  version: string;
  /** Hashed names of the built assets under /assets/, by logical name. */
  assets: Record<string, string>;
  /** Absolute public address without a slash at the end. */
  origin(request: FastifyRequest): string;
}

export const WORKBENCH = '/quan-tri';
export const SIGN_IN = `${WORKBENCH}/dang-nhap`;
export const SIGN_OUT = `${WORKBENCH}/dang-xuat`;
export const IMPORTS = `${WORKBENCH}/nhap-du-lieu`;
