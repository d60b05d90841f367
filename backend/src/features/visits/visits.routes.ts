import * as contract from '@qafila/contract';
import { Router } from 'express';
import { type BindDeps, bind } from '../../platform/bind.ts';
import { createKeptAnswer } from '../../platform/kept-answer.ts';
import * as findings from './findings.service.ts';
import * as onSite from './on-site.service.ts';
import * as overview from './overview.service.ts';
import * as photos from './photos.service.ts';
import * as templates from './templates.service.ts';
import * as visits from './visits.service.ts';

export function visitRoutes(deps: BindDeps): Router {
  const router = Router();
  bindTemplates(router, deps);
  bindOverview(router, deps);
  bindVisits(router, deps);
  bindFindings(router, deps);
  return router;
}

function bindTemplates(router: Router, deps: BindDeps): void {
  bind(router, deps, contract.listVisitTemplates, (asked) => templates.listTemplates(asked));
  bind(router, deps, contract.createVisitTemplate, (asked) => templates.createTemplate(asked, asked.body));
  bind(router, deps, contract.readVisitTemplate, (asked) =>
    templates.readTemplate(asked, asked.params.templateId),
  );
  bind(router, deps, contract.reviseVisitTemplate, (asked) =>
    templates.reviseTemplate(asked, asked.params.templateId, asked.version, asked.body),
  );
  bind(router, deps, contract.retireVisitTemplate, (asked) =>
    templates.retireTemplate(asked, asked.params.templateId, asked.body.isRetired),
  );
}

function bindOverview(router: Router, deps: BindDeps): void {
  const keptMap = createKeptAnswer(contract.readVisitMap);
  bind(router, deps, contract.readVisitMap, async (asked) => {
    const change = await overview.lastChange(asked);
    return await keptMap(asked, { key: '', change }, () => overview.readMap(asked));
  });
  bind(router, deps, contract.listNotVisited, (asked) => overview.notVisited(asked, asked.query));
  bind(router, deps, contract.readVisitFigures, (asked) => overview.figures(asked, asked.query.months));
}

function bindVisits(router: Router, deps: BindDeps): void {
  bind(router, deps, contract.listVisitors, (asked) => visits.listVisitors(asked));
  bind(router, deps, contract.listAssignedVisits, (asked) => visits.listAssigned(asked));
  bind(router, deps, contract.listVisits, (asked) => visits.list(asked, asked.query));
  bind(router, deps, contract.planVisit, (asked) => visits.plan(asked, asked.body));
  bind(router, deps, contract.readVisit, (asked) => visits.read(asked, asked.params.visitId));
  bind(router, deps, contract.updateVisit, (asked) =>
    visits.changeVisit(asked, asked.params.visitId, asked.version, asked.body),
  );
  bind(router, deps, contract.cancelVisit, (asked) =>
    visits.cancel(asked, asked.params.visitId, asked.body.reason),
  );
  bind(router, deps, contract.startVisit, (asked) =>
    onSite.start(asked, asked.params.visitId, new Date(asked.body.at)),
  );
  bind(router, deps, contract.saveVisitRecords, (asked) =>
    onSite.saveRecords(asked, asked.params.visitId, asked.body.records),
  );
  bind(router, deps, contract.addVisitPhoto, (asked) => {
    const { questionId, at } = asked.query;
    return photos.addPhoto(asked, { ...asked.params, questionId, at: new Date(at) }, asked.body);
  });
  bind(router, deps, contract.finishVisit, (asked) =>
    onSite.finish(asked, asked.params.visitId, new Date(asked.body.at)),
  );
}

function bindFindings(router: Router, deps: BindDeps): void {
  bind(router, deps, contract.listFindings, (asked) => findings.list(asked, asked.query));
  bind(router, deps, contract.readFinding, (asked) => findings.read(asked, asked.params.findingId));
  bind(router, deps, contract.updateFinding, (asked) =>
    findings.change(asked, asked.params.findingId, asked.version, asked.body),
  );
  bind(router, deps, contract.answerFinding, (asked) =>
    findings.answer(asked, asked.params.findingId, asked.body),
  );
  bind(router, deps, contract.closeFinding, (asked) =>
    findings.close(asked, asked.params.findingId, asked.body.note),
  );
  bind(router, deps, contract.reopenFinding, (asked) =>
    findings.reopen(asked, asked.params.findingId, asked.body),
  );
}
