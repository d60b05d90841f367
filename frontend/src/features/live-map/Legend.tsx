import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconMapQuestion } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { useWord } from '../../shared/i18n/index.ts';
import type { QafilaMap } from '../../shared/map/index.ts';
import { COVERAGE_PARTS, CoverageSwatch, SignalMark, StageGlyph } from '../../shared/ui/index.ts';
import classes from './Legend.module.css';

const STAGES = ['planned', 'loading', 'en_route', 'held', 'arrived', 'settled'] as const;
const SIGNALS = ['live', 'stale', 'lost'] as const;
const ROUTES = ['done', 'ahead', 'approximate', 'trail', 'depot'] as const;
const FENCES = ['ahead', 'inside', 'done'] as const;
/** What the disc of several trucks shows as their number. */
const SOME_TRUCKS = 5;
const HAZARDS = ['fireFresh', 'fireToday', 'fireOld', 'zone'] as const;
const WIDE = '(min-width: 80em)';

/** What the marks mean; folds away where the map is small. */
export function Legend({ map }: { map: QafilaMap | null }) {
  const { t } = useTranslation('live-map');
  const id = useId();
  const [isOpen, setOpen] = useState(() => window.matchMedia(WIDE).matches);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => (box.current ? map?.keepClearOf(box.current) : undefined), [map]);
  return (
    <div ref={box} className={classes.legend}>
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={t('legend.title')}
        onClick={() => setOpen(!isOpen)}
      >
        <IconMapQuestion size={20} stroke={1.8} className={classes.icon} aria-hidden="true" />
        <span className={classes.word}>{t('legend.title')}</span>
        <IconChevronDown size={16} stroke={1.8} className={classes.chevron} aria-hidden="true" />
      </UnstyledButton>
      <div id={id} hidden={!isOpen} className={classes.content}>
        <Marks />
      </div>
    </div>
  );
}

function Marks() {
  const { t } = useTranslation('live-map');
  const word = useWord();
  const { number } = useFormat();
  return (
    <>
      <Group title={t('legend.stage')}>
        {STAGES.map((stage) => (
          <li key={stage}>
            <StageGlyph glyph={stage} size={13} />
            {word.state('convoy', stage)}
          </li>
        ))}
        <li>
          <StageGlyph glyph="delayed" size={13} />
          {t('legend.late')}
        </li>
        <li>
          <StageGlyph glyph="incident" size={13} />
          {t('legend.incident')}
        </li>
        <li>
          <span className={classes.disc} aria-hidden="true">
            {number(SOME_TRUCKS)}
          </span>
          {t('legend.together')}
        </li>
      </Group>
      <Group title={t('legend.route')}>
        {ROUTES.map((kind) => (
          <li key={kind}>
            <span className={classes.route} data-kind={kind} />
            {t(`legend.${kind}`)}
          </li>
        ))}
      </Group>
      <Group title={t('legend.fences')}>
        {FENCES.map((state) => (
          <li key={state}>
            <span className={classes.fence} data-state={state} />
            {t(`legend.fence.${state}`)}
          </li>
        ))}
      </Group>
      <Group title={t('legend.coverage')}>
        {COVERAGE_PARTS.map((part) => (
          <li key={part}>
            <CoverageSwatch part={part} />
            {t(`common:coverage.${part}`)}
          </li>
        ))}
      </Group>
      <Group title={t('legend.hazards')}>
        {HAZARDS.map((kind) => (
          <li key={kind}>
            <span className={classes.hazard} data-kind={kind} />
            {t(`legend.${kind}`)}
          </li>
        ))}
      </Group>
      <Group title={t('legend.signal')}>
        {SIGNALS.map((signal) => (
          <li key={signal}>
            <SignalMark signal={signal} />
          </li>
        ))}
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className={classes.title}>{title}</h3>
      <ul className={classes.group}>{children}</ul>
    </>
  );
}
