import type { DriverFix, DriverReport, DriverView } from '@qafila/contract';
import { ask } from '../phone/request.ts';

const post = <Body>(path: string, body: unknown) =>
  ask<Body>({ method: 'POST', path: `/driver${path}`, body });

export const api = {
  begin: (secret: string, phoneKey: string) => post<DriverView>('/session', { secret, phoneKey }),
  view: () => ask<DriverView>({ method: 'GET', path: '/driver' }),
  sendReport: (report: DriverReport) => post<DriverView>('/reports', report),
  sendFixes: (fixes: readonly DriverFix[]) =>
    post<{ stored: number; refused: number[] }>('/fixes', { fixes }),
};
export type Api = typeof api;
