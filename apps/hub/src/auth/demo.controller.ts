import { Body, Controller, Get, HttpCode, NotFoundException, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { Access } from './access.decorator.js';
import { DemoPeople } from './demo-people.js';
import { TokenVerifier } from './token-verifier.js';

/** Somebody that a visitor of the demo can be. */
export class DemoPerson {
  @ApiProperty({ example: 'ot-kari' }) readonly id: string;
  @ApiProperty({ example: 'Kari Demo-Moen' }) readonly name: string;
  @ApiProperty({ example: 'OT' }) readonly agency: string;
  @ApiProperty({ example: 'ot-50-steinkjer' }) readonly unit: string;
  @ApiProperty({ example: 'adviser' }) readonly role: string;
  @ApiPropertyOptional({ example: '50' }) readonly county?: string;
  @ApiProperty({ example: 'OT-rådgiver i Steinkjer' }) readonly says: string;
}

export class DemoTokenDto {
  /** Id of a demo person. */
  @IsString()
  @MaxLength(60)
  readonly person: string;
}

export class DemoToken {
  @ApiProperty({ example: 'eyJhbGciOiJIUzI1NiIs…' }) readonly token: string;
  @ApiProperty({ example: 'Bearer' }) readonly type: 'Bearer';
  @ApiProperty({ type: DemoPerson }) readonly person: DemoPerson;
}

/** Identities of the demo county; this controller does not exist outside the demo. */
@ApiTags('Demo')
@Access('public')
@Controller('api/demo')
export class DemoController {
  constructor(
    private readonly people: DemoPeople,
    private readonly verifier: TokenVerifier,
  ) {}

  @Get('people')
  @ApiOperation({ summary: 'The people that you can be in the demo.' })
  list(): DemoPerson[] {
    return [...this.people.all];
  }

  @Post('token')
  @HttpCode(200)
  @ApiOperation({ summary: 'A token for one of them, good for twelve hours.' })
  @ApiBody({ type: DemoTokenDto, examples: { example: { value: { person: 'ot-kari' } } } })
  async token(@Body() { person }: DemoTokenDto): Promise<DemoToken> {
    const found = this.people.find(person);
    if (found === undefined) throw new NotFoundException();
    const { says: _, ...principal } = found;
    return { token: await this.verifier.issue(principal), type: 'Bearer', person: found };
  }
}
