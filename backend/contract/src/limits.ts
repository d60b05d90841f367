/** Bounds that both sides keep. Units are in the names. */
export const LIMITS = {
  nameMax: 120,
  noteMax: 2_000,
  phoneMax: 40,
  addressMax: 300,
  emailMax: 254,
  passwordMin: 10,
  passwordMax: 200,
  /** Of an item's unit; ten million blankets are a typing error. */
  quantityMax: 10_000_000,
  pageSize: 50,
  /** Of what is reckoned anew for each row. */
  richPageSize: 20,
  pageSizeMax: 200,
  jsonBodyBytes: 262_144,
  photoBytes: 10_485_760,
  photosPerWaybill: 8,
  documentBytes: 10_485_760,
  documentsPerAssociation: 2_000,
  documentsPerApplication: 20,
  documentsPerStep: 10,
  tableRows: 50_000,
  tableBytes: 10_485_760,
  importRowsShown: 500,
  /** Figures from before this system reach no further back. */
  pastFigureMonths: 360,
  /** A board that can be declared has so many people, and an application names no more than so many. */
  boardMin: 5,
  boardMax: 21,
  /** Terms of a board, present and past. */
  boardTerms: 500,
  boardTermEndingDays: 60,
  bankAccountsPerAssociation: 10,
  graceDaysMax: 180,
  /** So far ahead at most does a permission to pledge in spite of overdue papers end. */
  overrideDaysMax: 180,
  /** Ten trillion pounds: some twenty such amounts still add up exactly. */
  amountSypMax: 10_000_000_000_000,
  /** Days in one calendar file. */
  calendarEventsMax: 1_000,
  questionMax: 300,
  unitMax: 30,
  sectionsPerTemplate: 20,
  questionsPerSection: 40,
  /** Of what is counted or measured on a visit. */
  answerNumberMax: 1_000_000_000,
  visitorsPerVisit: 10,
  photosPerQuestion: 8,
  noticeTitleMax: 160,
  noticeBodyMax: 8_000,
  /** Older ones are read where they lie, and no bell calls for them. */
  noticeCallDays: 90,
  /** An urgent notice that nobody acknowledges for so long is an alarm, unless the server is told otherwise. */
  urgentAckMin: 60,
  signaturePoints: 4_000,
  linesPerRequest: 200,
  /** Vertices of one hazard zone. */
  ringPoints: 2_000,
  hazardFileChars: 4_000_000,
  hazardFileBytes: 6_000_000,
  hazardRows: 20_000,
  /** Of more than these, a list or a preview shows the newest. */
  hazardsListed: 2_000,
  hazardErrorsListed: 200,
  /** Of hazards on the way a driver is told of so many, the nearest. */
  hazardsAhead: 20,
  /** Vertices of one leg. */
  routePoints: 5_000,
  routeVia: 20,
  /** Farther than this from where a leg begins or ends, a line is another way. */
  routeEndOffM: 2_000,
  replayPointsPerVehicle: 1_000,
  /** Of more alerts than these, a time line marks the newest. */
  replayAlerts: 2_000,
  shareLinkHoursMax: 2_160,
  /** What a coarse link shows: this late, and no finer than this grid (in Syria more than 10 km either way). */
  coarseDelayMin: 60,
  coarseGridDeg: 0.125,
  stopsPerConvoy: 20,
  plannedHaltMinMax: 10_080,
  vehiclesPerConvoy: 30,
  idempotencyKeyMax: 255,
  /** Reports that a vehicle's trackers may have saved up while they were out of reach. */
  trackerBacklog: 2_000,
  /** What they may go on sending beyond that; a phone sends its backlog one by one, as fast as it is answered. */
  trackerFixesPerS: 20,
  /** Fixes in one driver-page batch. */
  fixesPerBatch: 1_000,
  /**
   * A time further ahead of the server's clock than this is in the future: a fix is kept, flagged and not drawn, a
   * paper is refused. Seconds.
   */
  fixFutureToleranceS: 120,
  /** Faster than any relief truck: between two good fixes it means one of them is wrong. m/s (200 km/h). */
  plausibleSpeedMps: 55.6,
  signalStaleAfterS: 300,
  signalLostAfterS: 1_800,
  /** Whole Syrian pounds; sums over all projects stay exact. */
  projectAmountMaxSyp: 100_000_000_000,
  projectPeopleMax: 100_000,
  householdMax: 50,
  /** Whole Syrian pounds of one help. */
  helpSypMax: 10_000_000_000,
  helpLines: 30,
  /** Of more associations that could help, the least loaded are shown. */
  suggestedAssociations: 30,
  /** Months in one look at the referrals’ figures. */
  figureMonths: 120,
  /** Who had help of a kind in these days is known already when a request for it is registered. */
  helpedRecentlyDays: 90,
  /** How often in an hour a caseworker can ask whether a citizen is known. */
  duplicateChecksPerHour: 120,
  sessionIdleDays: 14,
  invitationDays: 7,
  /** A driver’s phone stays signed in no longer than that, however long its convoy lasts. */
  driverSessionDays: 30,
} as const;
