/** The forms of Yangpu, as their files stand. */
import type { FormDefinition } from '../../src/model/form/index.ts';
import activityGroup from '../../kiosk/packs/yangpu/forms/activity-group.json' with { type: 'json' };
import annualReport from '../../kiosk/packs/yangpu/forms/annual-report.json' with { type: 'json' };
import hardshipRelief from '../../kiosk/packs/yangpu/forms/hardship-relief.json' with { type: 'json' };
import homeAdaptation from '../../kiosk/packs/yangpu/forms/home-adaptation.json' with { type: 'json' };
import homeCareBed from '../../kiosk/packs/yangpu/forms/home-care-bed.json' with { type: 'json' };
import marriageDeclaration from '../../kiosk/packs/yangpu/forms/marriage-declaration.json' with { type: 'json' };
import mealAssistance from '../../kiosk/packs/yangpu/forms/meal-assistance.json' with { type: 'json' };
import minorSupport from '../../kiosk/packs/yangpu/forms/minor-support.json' with { type: 'json' };
import petition from '../../kiosk/packs/yangpu/forms/petition.json' with { type: 'json' };
import shelterHelp from '../../kiosk/packs/yangpu/forms/shelter-help.json' with { type: 'json' };
import ventureProposal from '../../kiosk/packs/yangpu/forms/venture-proposal.json' with { type: 'json' };

export const yangpuForms = [
  ...[mealAssistance, hardshipRelief, marriageDeclaration, shelterHelp, ventureProposal],
  ...[homeAdaptation, homeCareBed, minorSupport, petition, annualReport, activityGroup],
] as unknown as readonly FormDefinition[];
